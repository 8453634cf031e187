package org.innsyn.audit.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.innsyn.schemas.oversight.FindingKind;
import org.jspecify.annotations.Nullable;

/**
 * What is folded into one finding. Codes and random references only.
 *
 * @param kind what it is about
 * @param period the day (UTC, "2026-03-02") or hour ("2026-03-02T14") in which the accesses happened
 * @param source the reporting application, where it is about one
 * @param actor random reference to the actor: of the staff directory where it knows them, otherwise as reported
 * @param object what was accessed
 * @param purpose why, as reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingSubject(
        FindingKind kind, String period, @Nullable String source, @Nullable UUID actor, @Nullable String object, @Nullable String purpose) {

    public FindingId id() {
        return FindingId.of(this);
    }
}
