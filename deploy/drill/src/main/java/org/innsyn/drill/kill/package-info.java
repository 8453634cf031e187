/** Ending processes of the drill's own, by their ids, as a power cut would. */
@NullMarked
package org.innsyn.drill.kill;

import org.jspecify.annotations.NullMarked;
