/** Showing that a request is one's own without signing in. */
@NullMarked
package org.innsyn.ui.identity;

import org.jspecify.annotations.NullMarked;
