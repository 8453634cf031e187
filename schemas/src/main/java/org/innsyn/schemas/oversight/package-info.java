/** Findings: what the record shows that somebody should look at, and what came of looking. */
@NullMarked
package org.innsyn.schemas.oversight;

import org.jspecify.annotations.NullMarked;
