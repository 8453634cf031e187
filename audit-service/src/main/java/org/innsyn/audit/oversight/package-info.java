/** Findings: what the record shows that somebody should look at, from being raised to being concluded. */
@NullMarked
package org.innsyn.audit.oversight;

import org.jspecify.annotations.NullMarked;
