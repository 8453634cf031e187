/** Keeping single records out of a copy because they are other people's, too. */
@NullMarked
package org.innsyn.dsr.withholding;

import org.jspecify.annotations.NullMarked;
