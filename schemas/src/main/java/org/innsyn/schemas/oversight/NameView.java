package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.innsyn.schemas.access.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A question for a name and what became of it.
 *
 * @param entry the log entry whose actor's name is asked for
 * @param access what was done, in codes; null once that log is destroyed
 * @param version counts its changes; to be sent back with what is said
 * @param askedAt when it was asked, or opened by a finding
 * @param finding whether a finding opened it, because the access was wrong
 * @param question why the name matters to the person; null where a finding opened it, and once that log is destroyed
 * @param adviceToTell what the officer advises; null until they have, and to the person
 * @param advice their reasons; only for staff
 * @param told what was decided; null until it was
 * @param reasons the reasons of the decision
 * @param decidedAt when
 * @param actor for staff, and for the person once it is decided so: who it was; null once that id is erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NameView(
        UUID entry,
        @Nullable Access access,
        long version,
        Instant askedAt,
        boolean finding,
        @Nullable String question,
        @Nullable Boolean adviceToTell,
        @Nullable String advice,
        @Nullable Boolean told,
        @Nullable String reasons,
        @Nullable Instant decidedAt,
        @Nullable String actor) {

    /**
     * @param occurredAt when it happened
     * @param unit the actor's unit
     * @param operation what was done
     * @param object to what, as a path of the access control table
     * @param purpose why, as reported
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Access(Instant occurredAt, @Nullable String unit, Operation operation, String object, String purpose) {}

    /** Never who, nor what was said. */
    @Override
    public String toString() {
        return "NameView[" + entry + "]";
    }
}
