package org.innsyn.audit.policy;

import java.time.Instant;
import java.util.UUID;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the access control table is asked.
 *
 * @param occurredAt when it was done
 * @param actorKind who
 * @param staff random reference of the actor in the staff directory; null where the directory does not know them
 * @param claimedUnit the unit the reporter claims
 * @param claimedRole the role the reporter claims
 * @param operation what was done
 * @param object path of the object ("/customers/contact")
 * @param purpose why
 * @param justified whether the actor gave a reason in their own words
 */
public record Question(
        Instant occurredAt,
        ActorKind actorKind,
        @Nullable UUID staff,
        @Nullable String claimedUnit,
        @Nullable String claimedRole,
        Operation operation,
        String object,
        String purpose,
        boolean justified) {}
