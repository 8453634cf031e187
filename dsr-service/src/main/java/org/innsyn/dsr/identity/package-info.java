/** Who asks: one-time codes to addresses that were known before. */
@NullMarked
package org.innsyn.dsr.identity;

import org.jspecify.annotations.NullMarked;
