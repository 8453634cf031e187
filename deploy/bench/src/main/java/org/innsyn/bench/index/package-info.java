/** How fast the search index follows what is recorded. */
@NullMarked
package org.innsyn.bench.index;

import org.jspecify.annotations.NullMarked;
