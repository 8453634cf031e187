/** The first pages of staff: to those who prepare and decide their day's work, to the data protection officer what needs attention and figures that lead to their rows. */
@NullMarked
package org.innsyn.ui.overview;

import org.jspecify.annotations.NullMarked;
