/** Which holds stand, asked before anything is erased, and what waits for them. */
@NullMarked
package org.innsyn.dsr.hold.register;

import org.jspecify.annotations.NullMarked;
