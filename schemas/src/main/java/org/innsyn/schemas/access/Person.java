package org.innsyn.schemas.access;

import java.util.List;

/**
 * One person whose data was touched.
 *
 * @param identifiers 1 to 8 identifiers that all name this same person
 */
public record Person(List<Identifier> identifiers) {

    public static final int MAX_IDENTIFIERS = 8;

    public static Person of(Identifier... identifiers) {
        return new Person(List.of(identifiers));
    }
}
