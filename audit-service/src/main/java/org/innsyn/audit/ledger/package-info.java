/** One ledger per person: numbered, linked, and free of anything that identifies anybody. */
@NullMarked
package org.innsyn.audit.ledger;

import org.jspecify.annotations.NullMarked;
