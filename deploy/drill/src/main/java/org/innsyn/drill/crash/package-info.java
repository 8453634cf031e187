/** Processes are killed while accesses are reported; what was acknowledged must be there once, and what was published must still be true. */
@NullMarked
package org.innsyn.drill.crash;

import org.jspecify.annotations.NullMarked;
