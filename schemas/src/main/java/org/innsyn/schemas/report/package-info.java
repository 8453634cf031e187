/** Reports for a supervisory authority: asked for, made in the background, and fetched as one bundle that can be checked without us. */
@NullMarked
package org.innsyn.schemas.report;

import org.jspecify.annotations.NullMarked;
