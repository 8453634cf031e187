/** Receipts: what was done for a person's request, signed, to be shown when nothing else of it is left. */
@NullMarked
package org.innsyn.dsr.receipt;

import org.jspecify.annotations.NullMarked;
