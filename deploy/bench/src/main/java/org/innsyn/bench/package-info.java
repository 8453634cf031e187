/** Measures the house, as ratios to what the same machine does without it. */
@NullMarked
package org.innsyn.bench;

import org.jspecify.annotations.NullMarked;
