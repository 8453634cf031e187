/** All texts, dates and sentences people read, in one place, by language. */
@NullMarked
package org.innsyn.ui.words;

import org.jspecify.annotations.NullMarked;
