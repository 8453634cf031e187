/** Figures that answer a question, each with the table behind it. */
@NullMarked
package org.innsyn.ui.figure;

import org.jspecify.annotations.NullMarked;
