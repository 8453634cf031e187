package org.innsyn.audit.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Whom a grant is for: a unit with all units below it, a group, one member of staff, or anybody.
 *
 * @param kind which of these
 * @param name the unit's path, the group's code, the member's random reference in the staff directory; empty for anybody
 */
public record Persons(Kind kind, String name) {

    /** Anybody whose other claims hold. */
    public static final Persons ANYBODY = new Persons(Kind.ANYBODY, "");

    /** What a grant may be given to. */
    public enum Kind { UNIT, GROUP, STAFF, ANYBODY }

    /** One member of staff, never by the id they go by. */
    public static Persons staff(UUID reference) {
        return new Persons(Kind.STAFF, reference.toString());
    }

    /** Reads {@code unit:support/tier-1}, {@code group:on-call}, {@code staff:REFERENCE} or {@code *}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Persons of(String text) {
        int colon = text.indexOf(':');
        var name = text.substring(colon + 1);
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "*" -> ANYBODY;
            case "unit" -> new Persons(Kind.UNIT, name);
            case "group" -> new Persons(Kind.GROUP, name);
            case "staff" -> new Persons(Kind.STAFF, name);
            default -> throw new IllegalArgumentException("must be unit:PATH, group:CODE, staff:ID or *");
        };
    }

    boolean include(Assignment assignment) {
        return switch (kind) {
            case UNIT -> Paths.covers(name, assignment.unit());
            case GROUP -> assignment.groups().contains(name);
            case STAFF -> assignment.staff() != null && assignment.staff().toString().equals(name);
            case ANYBODY -> true;
        };
    }

    @JsonValue
    @Override
    public String toString() {
        return kind == Kind.ANYBODY ? "*" : kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
    }
}
