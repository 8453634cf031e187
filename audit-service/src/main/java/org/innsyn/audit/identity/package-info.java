/** Finds whose ledger a typed identifier belongs to, without keeping the identifier readable. */
@NullMarked
package org.innsyn.audit.identity;

import org.jspecify.annotations.NullMarked;
