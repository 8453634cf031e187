/** Reports for a supervisory authority: what was recorded in a period, with everything it takes to check it without us. */
@NullMarked
package org.innsyn.audit.report;

import org.jspecify.annotations.NullMarked;
