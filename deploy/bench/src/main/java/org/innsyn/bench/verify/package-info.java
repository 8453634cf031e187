/** How fast a whole log is checked. */
@NullMarked
package org.innsyn.bench.verify;

import org.jspecify.annotations.NullMarked;
