package org.innsyn.audit.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose a ledger is. */
public enum LedgerKind {
    /** One person's. */
    @JsonProperty("person") PERSON,
    /** The controller's, for entries whose identifiers resolve to nobody. */
    @JsonProperty("unresolved") UNRESOLVED,
    /** The controller's, for entries whose identifiers resolve to several people. */
    @JsonProperty("ambiguous") AMBIGUOUS,
    /** The controller's, for entries about people whose ledger was shredded; recorded without identifiers. */
    @JsonProperty("erased") ERASED,
    /** The controller's, for looks of staff at figures that show nobody's rows. */
    @JsonProperty("staff") STAFF
}
