/** The data protection officer's queue of findings: what somebody should look at, and what was concluded. */
@NullMarked
package org.innsyn.ui.findings;

import org.jspecify.annotations.NullMarked;
