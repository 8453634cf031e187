package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one item within a request: a category of data in a system ("demo/invoices"), or a system that is one item ("access-log").
 */
public record ItemKey(@JsonValue String value) implements Comparable<ItemKey> {

    /** The access log, an item like any other. */
    public static final ItemKey ACCESS_LOG = new ItemKey("access-log");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemKey {}

    /** An item that is one of several in its system. */
    public static ItemKey of(String system, String name) {
        return new ItemKey(system + "/" + name);
    }

    /** The system that holds it. */
    public String system() {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    /** Its name within the system; the system's own name when it is the only one. */
    public String name() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(ItemKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
