/** Applications that report all the time, and remember what was acknowledged to them. */
@NullMarked
package org.innsyn.drill.load;

import org.jspecify.annotations.NullMarked;
