package org.innsyn.audit.policy;

import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the access control table is asked.
 *
 * @param object path of the object ("/customers/contact")
 * @param actorKind who
 * @param unit the actor's unit
 * @param role the actor's role
 * @param operation what was done
 * @param purpose why
 */
public record Question(
        String object, ActorKind actorKind, @Nullable String unit, @Nullable String role, Operation operation, String purpose) {}
