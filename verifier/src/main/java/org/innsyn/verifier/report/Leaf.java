package org.innsyn.verifier.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.innsyn.verifier.entry.Field;

/** A leaf of the log as the report shows it. */
sealed interface Leaf {

    /** What the log holds. */
    byte[] data();

    /** An entry, listed or shown to be outside; what is open of it, by name. */
    record Entry(boolean listed, List<Field> fields, byte[] data) implements Leaf {

        Map<String, byte[]> open() {
            return fields.stream().filter(Field.Open.class::isInstance).map(Field.Open.class::cast).collect(Collectors.toMap(Field.Open::name, Field.Open::value));
        }
    }

    /** A leaf of another kind, such as a tree of heads. */
    record Other(byte[] data) implements Leaf {}

    /** An entry that nobody can open any more. */
    record Closed(byte[] data) implements Leaf {}
}
