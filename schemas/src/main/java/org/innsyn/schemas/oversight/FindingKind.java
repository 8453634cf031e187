package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a finding is about. */
public enum FindingKind {
    /** Somebody did what no grant allows: one finding an actor, object, purpose and day. */
    @JsonProperty("outside-policy") OUTSIDE_POLICY,
    /** A reporter names staff the directory does not know: one an actor and day. */
    @JsonProperty("unknown-staff") UNKNOWN_STAFF,
    /** An emergency grant was used and no reason given: one an actor, object, purpose and day. */
    @JsonProperty("unjustified-break-glass") UNJUSTIFIED_BREAK_GLASS,
    /** A reporter claims another unit or role than the directory has: one an actor, source and day. */
    @JsonProperty("contradicted-claim") CONTRADICTED_CLAIM,
    /** An access happened after its person was erased; a late report of an earlier one is none. */
    @JsonProperty("after-erasure") AFTER_ERASURE,
    /** An access happened while its person's log was restricted (GDPR Art. 18), for a purpose that does not allow. */
    @JsonProperty("under-restriction") UNDER_RESTRICTION,
    /** Somebody read the data of far more people in an hour than their unit usually does. */
    @JsonProperty("mass-reading") MASS_READING,
    /** A source's clock is more than ten minutes ahead: one a source and day. */
    @JsonProperty("clock-skew") CLOCK_SKEW,
    /** A source that counts its reports skipped numbers, and they have not come: one a source and day. */
    @JsonProperty("sequence-gap") SEQUENCE_GAP,
    /** Parts have not come of reads that were reported in parts: one a source and day. */
    @JsonProperty("missing-part") MISSING_PART
}
