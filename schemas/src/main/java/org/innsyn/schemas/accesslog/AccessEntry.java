package org.innsyn.schemas.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access log as its reader may see it.
 *
 * @param id the entry's id
 * @param ledger the ledger it stands in; only for staff
 * @param number its place in the ledger, from 1 without gaps
 * @param occurredAt when it happened, as the source says
 * @param recordedAt when Innsyn recorded it
 * @param source the reporting application
 * @param actor who did it
 * @param operation what was done
 * @param object where in the access control table the data stands
 * @param categories data categories
 * @param purpose why
 * @param legalBasis on what ground
 * @param verdict what the access control table in force at {@code occurredAt} says of it
 * @param policyVersion the version of that table
 * @param held what kept the entry from being assigned to a person, when it is held for review
 * @param details what is kept encrypted; null once its key is destroyed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessEntry(
        UUID id,
        @Nullable UUID ledger,
        long number,
        Instant occurredAt,
        Instant recordedAt,
        String source,
        ActorView actor,
        Operation operation,
        String object,
        List<String> categories,
        String purpose,
        String legalBasis,
        Verdict verdict,
        String policyVersion,
        @Nullable HeldReason held,
        @Nullable Details details) {

    /**
     * Who did it. The customer sees kind, unit and role; a name only after a decision (CJEU C-579/21).
     *
     * @param kind person, program or outsider
     * @param unit claimed unit
     * @param role claimed role
     * @param id the actor's id; only for the data protection officer and the controller
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActorView(ActorKind kind, @Nullable String unit, @Nullable String role, @Nullable String id) {}

    /**
     * What is kept encrypted under the person's key.
     *
     * @param identifiers as reported; only for staff
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Details(
            @Nullable List<Identifier> identifiers,
            @Nullable String justification,
            @Nullable String caseReference,
            @Nullable String recipient,
            @Nullable List<String> fields,
            @Nullable String recordReference,
            @Nullable String clientAddress) {}
}
