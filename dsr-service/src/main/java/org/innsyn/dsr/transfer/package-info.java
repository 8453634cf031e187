/** Taking data straight into an account elsewhere: who wants it where, and what became of it. */
@NullMarked
package org.innsyn.dsr.transfer;

import org.jspecify.annotations.NullMarked;
