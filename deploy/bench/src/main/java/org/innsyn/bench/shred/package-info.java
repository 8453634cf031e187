/** How fast somebody's log is made unreadable, and how fast it is gone. */
@NullMarked
package org.innsyn.bench.shred;

import org.jspecify.annotations.NullMarked;
