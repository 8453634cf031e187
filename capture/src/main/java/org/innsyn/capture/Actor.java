package org.innsyn.capture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who touched the data.
 *
 * @param id the actor's id, the same as in the staff directory; 1 to 200 characters
 * @param kind person, program or outsider
 * @param unit the organisational unit, where the application knows it ("support/tier-1"); a claim, not a fact
 * @param role the role, where the application knows it ("case-agent"); a claim, not a fact
 */
public record Actor(String id, Kind kind, @Nullable String unit, @Nullable String role) {

    /** Who or what touched the data. */
    public enum Kind {
        /** A person working for the controller. */
        STAFF,
        /** A program acting by itself. */
        SYSTEM,
        /** The person themselves. */
        SUBJECT,
        /** A processor or somebody working for one (GDPR Art. 28). */
        PROCESSOR,
        /** A public authority. */
        AUTHORITY;

        /** As the published language writes it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws InvalidAccess when a value is not as described */
    public Actor {
        Rules.text("the actor's id", id, 200);
        Rules.code("the actor's unit", unit, Rules.UNIT, "support/tier-1");
        Rules.code("the actor's role", role, Rules.CODE, "case-agent");
    }

    public static Actor staff(String id) {
        return new Actor(id, Kind.STAFF, null, null);
    }

    public static Actor system(String id) {
        return new Actor(id, Kind.SYSTEM, null, null);
    }

    /** The same actor, with the unit and role the application knows of. */
    public Actor in(String unit, String role) {
        return new Actor(id, kind, unit, role);
    }

    /** Never the id: staff are data subjects too. */
    @Override
    public String toString() {
        return "Actor[" + kind + "]";
    }
}
