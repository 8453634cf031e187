/** What {@code ./innsyn drill} runs: the house is broken on purpose, and what is left is looked at. */
@NullMarked
package org.innsyn.drill;

import org.jspecify.annotations.NullMarked;
