/** Legal holds at the desk: what may not be erased for now, who answers for it, when it is looked at again, and what its release sets going. */
@NullMarked
package org.innsyn.ui.hold;

import org.jspecify.annotations.NullMarked;
