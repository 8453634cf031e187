package org.innsyn.schemas.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * Where a ledger stands.
 *
 * @param ledger its random id
 * @param number the number of its newest entry; 0 when it has none
 * @param expired how many entries, from the first on, are not there any more because their time is over
 * @param state whether it may be read, and written
 */
public record LedgerHead(UUID ledger, long number, long expired, State state) {

    /** What a ledger may be used for. */
    public enum State {
        @JsonProperty("open") OPEN,
        /** Kept, and read only by the person and for GDPR Art. 18(2). */
        @JsonProperty("restricted") RESTRICTED,
        /** Details, keys, events and index documents are gone. */
        @JsonProperty("shredded") SHREDDED
    }
}
