/** Corrections, field by field (GDPR Art. 16): what is wanted and what became of it. */
@NullMarked
package org.innsyn.ui.correction;

import org.jspecify.annotations.NullMarked;
