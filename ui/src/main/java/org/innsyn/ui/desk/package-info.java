/** The desk where requests are prepared and decided, and read by the data protection officer. */
@NullMarked
package org.innsyn.ui.desk;

import org.jspecify.annotations.NullMarked;
