/** Real engines and the real service, started for a measurement and gone after it. */
@NullMarked
package org.innsyn.bench.house;

import org.jspecify.annotations.NullMarked;
