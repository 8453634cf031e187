/** The data protection officer's first page: what needs attention, and figures that lead to their rows. */
@NullMarked
package org.innsyn.ui.overview;

import org.jspecify.annotations.NullMarked;
