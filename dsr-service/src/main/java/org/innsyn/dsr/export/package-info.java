/** The copy a person gets of their data (GDPR Art. 15(3), 20): a ZIP for people and for programs, every file with its sum. */
@NullMarked
package org.innsyn.dsr.export;

import org.jspecify.annotations.NullMarked;
