/** Keeping other people's records out of a copy: looking through what it would hold, choosing, with a ground, and giving a record after all. */
@NullMarked
package org.innsyn.ui.withholding;

import org.jspecify.annotations.NullMarked;
