/** Many people signed in and browsing the pages at once, as their browsers speak to them. */
@NullMarked
package org.innsyn.bench.sessions;

import org.jspecify.annotations.NullMarked;
