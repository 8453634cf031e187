package org.innsyn.audit.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.innsyn.schemas.accesslog.Verdict;

/** Why a verdict is what it is. */
public enum Ruling {
    /** A grant allows it. */
    @JsonProperty("granted") GRANTED(Verdict.WITHIN_POLICY),
    /** A grant for emergencies allows it, and the actor said why. */
    @JsonProperty("break-glass") BREAK_GLASS(Verdict.WITHIN_POLICY),
    /** A grant for emergencies would allow it, but the actor did not say why. */
    @JsonProperty("unjustified") UNJUSTIFIED(Verdict.OUTSIDE_POLICY),
    /** No grant allows it. */
    @JsonProperty("no-grant") NO_GRANT(Verdict.OUTSIDE_POLICY),
    /** The staff directory does not know the actor, who is said to be staff. */
    @JsonProperty("unknown-staff") UNKNOWN_STAFF(Verdict.OUTSIDE_POLICY),
    /** The staff directory knows the actor, but they had no place in the company then. */
    @JsonProperty("not-assigned") NOT_ASSIGNED(Verdict.OUTSIDE_POLICY),
    /** No table was in force then. */
    @JsonProperty("no-table") NO_TABLE(Verdict.OUTSIDE_POLICY),
    /** A person's view of their own data: their right, and nothing to judge. */
    @JsonProperty("own-data") OWN_DATA(Verdict.NOT_JUDGED);

    private final Verdict verdict;

    Ruling(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
