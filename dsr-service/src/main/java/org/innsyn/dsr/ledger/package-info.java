/** Asking the audit-service where a person's access log stands, with a machine's token of this service's own. */
@NullMarked
package org.innsyn.dsr.ledger;

import org.jspecify.annotations.NullMarked;
