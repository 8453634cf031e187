/** How fast accesses are recorded. */
@NullMarked
package org.innsyn.bench.ledger;

import org.jspecify.annotations.NullMarked;
