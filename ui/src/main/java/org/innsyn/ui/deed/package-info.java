/** Forms for what somebody does: folded away until wanted, and what was typed in them is not lost to somebody else's change. */
@NullMarked
package org.innsyn.ui.deed;

import org.jspecify.annotations.NullMarked;
