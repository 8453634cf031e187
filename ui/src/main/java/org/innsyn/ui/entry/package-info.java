/** How one line of the access log is said and shown, whoever reads it. */
@NullMarked
package org.innsyn.ui.entry;

import org.jspecify.annotations.NullMarked;
