package org.innsyn.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * A person whose data was touched.
 *
 * @param identifiers 1 to 8 identifiers that all name this same person
 */
public record Subject(List<Identifier> identifiers) {

    /** @throws InvalidAccess when there are none, or more than 8 */
    public Subject {
        identifiers = List.copyOf(identifiers);
        Rules.require(!identifiers.isEmpty() && identifiers.size() <= 8, "a subject needs 1 to 8 identifiers");
    }

    public static Subject account(String value) {
        return of(Identifier.Type.ACCOUNT, value);
    }

    public static Subject customerNumber(String value) {
        return of(Identifier.Type.CUSTOMER_NUMBER, value);
    }

    public static Subject email(String value) {
        return of(Identifier.Type.EMAIL, value);
    }

    public static Subject phone(String value) {
        return of(Identifier.Type.PHONE, value);
    }

    public static Subject of(Identifier.Type type, String value) {
        return new Subject(List.of(new Identifier(type, value)));
    }

    /** The same person, by one identifier more. */
    public Subject and(Identifier.Type type, String value) {
        var more = new ArrayList<>(identifiers);
        more.add(new Identifier(type, value));
        return new Subject(more);
    }
}
