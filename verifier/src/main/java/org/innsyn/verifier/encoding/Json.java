package org.innsyn.verifier.encoding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259). */
public sealed interface Json {

    /** Members in the order they were written; each name once. */
    record Members(Map<String, Json> members) implements Json {
        /** Copies, keeping the order. */
        public Members {
            members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** An array. */
    record Items(List<Json> items) implements Json {
        /** Copies. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A string, unescaped. */
    record Text(String value) implements Json {}

    /** A number as it was written: nothing is lost in a floating point type. */
    record Number(String written) implements Json {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements Json {}

    /** {@code null}. */
    record Nothing() implements Json {}

    /**
     * @throws Malformed when the text is not one JSON value, when an object has a member twice, or when it nests deeper than 32
     */
    static Json parse(String text) {
        return new JsonReader(text).only();
    }

    /** The value of a member that must be a string. */
    static String text(Members object, String name) {
        if (object.members().get(name) instanceof Text(String value)) {
            return value;
        }
        throw new Malformed("\"" + name + "\" is missing or not a string");
    }
}
