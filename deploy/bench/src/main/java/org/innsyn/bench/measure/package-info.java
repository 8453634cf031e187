/** Interleaved rounds of things that are compared, and what came of them: medians, spreads, ratios and bars. */
@NullMarked
package org.innsyn.bench.measure;

import org.jspecify.annotations.NullMarked;
