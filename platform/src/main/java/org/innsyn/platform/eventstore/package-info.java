/** Axon's event store on PostgreSQL, read in an order in which nothing can be skipped. */
@NullMarked
package org.innsyn.platform.eventstore;

import org.jspecify.annotations.NullMarked;
