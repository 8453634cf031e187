package org.innsyn.schemas.access;

import org.jspecify.annotations.Nullable;

/**
 * Who touched the data, as the reporting application says.
 *
 * @param id the actor's id in the reporting application, 1 to 200 characters; kept under the actor's own key
 * @param kind person, program or outsider
 * @param unit the organisational unit the reporter claims ("support/tier-1"); a claim, not a fact
 * @param role the role the reporter claims ("case-agent"); a claim, not a fact
 */
public record Actor(String id, ActorKind kind, @Nullable String unit, @Nullable String role) {

    /** Never the id: staff are data subjects too. */
    @Override
    public String toString() {
        return "Actor[" + kind + "]";
    }
}
