/** Well-known ways of keeping such a record, as their guides show them, each behind the service's endpoint and over a database of its own. */
@NullMarked
package org.innsyn.bench.peers;

import org.jspecify.annotations.NullMarked;
