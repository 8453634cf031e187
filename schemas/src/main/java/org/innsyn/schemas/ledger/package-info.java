/** What another service may ask about one person's ledger, always by its random id. */
@NullMarked
package org.innsyn.schemas.ledger;

import org.jspecify.annotations.NullMarked;
