/** Writes ledgers, details, actors and heads in one PostgreSQL transaction. */
@NullMarked
package org.innsyn.audit.ledger.store;

import org.jspecify.annotations.NullMarked;
