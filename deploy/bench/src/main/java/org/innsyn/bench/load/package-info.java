/** The people, the events about them, and the programs that report them. */
@NullMarked
package org.innsyn.bench.load;

import org.jspecify.annotations.NullMarked;
