package org.innsyn.audit.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was noticed when an entry was recorded, and could not be seen from it later. */
public enum Remark {
    /** The reporter claims another unit or role for the actor than the staff directory has. */
    @JsonProperty("contradicts-directory") CONTRADICTS_DIRECTORY,
    /** The access happened after the person's log was shredded; the entry does not say whose. */
    @JsonProperty("after-erasure") AFTER_ERASURE
}
