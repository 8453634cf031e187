/** Legal holds: what may not be erased for now, on which ground, who answers for it, and when somebody looks at it again. */
@NullMarked
package org.innsyn.dsr.hold;

import org.jspecify.annotations.NullMarked;
