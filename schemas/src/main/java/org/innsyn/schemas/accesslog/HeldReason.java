package org.innsyn.schemas.accesslog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an entry stands in a ledger of the controller's and not in a person's. */
public enum HeldReason {
    /** Only an e-mail address or phone number that is verified for no account, or for several. */
    @JsonProperty("unresolved") UNRESOLVED,
    /** Its identifiers belong to different accounts. */
    @JsonProperty("ambiguous") AMBIGUOUS,
    /** The person's ledger was shredded; recorded without identifiers. */
    @JsonProperty("erased") ERASED
}
