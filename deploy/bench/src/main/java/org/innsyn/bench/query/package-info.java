/** How fast a person's log is read, however much there is about others. */
@NullMarked
package org.innsyn.bench.query;

import org.jspecify.annotations.NullMarked;
