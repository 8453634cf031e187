package org.innsyn.audit.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a ledger may be used for. */
public enum LedgerState {
    @JsonProperty("open") OPEN,
    /** Kept under restriction (GDPR Art. 18). Accesses are still recorded: they happened. */
    @JsonProperty("restricted") RESTRICTED,
    /** Nothing of it is left but its number and the fact. */
    @JsonProperty("shredded") SHREDDED
}
