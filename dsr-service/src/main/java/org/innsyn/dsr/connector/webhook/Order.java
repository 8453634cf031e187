package org.innsyn.dsr.connector.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a system is asked for.
 *
 * @param id names the order; the same order always has the same id, however often it is sent
 * @param type what is to be done
 * @param account whose data it is about
 */
record Order(String id, Type type, String account) {

    /** What can be asked for. */
    enum Type {
        /** Count what there is; to be answered at once. */
        @JsonProperty("discover") DISCOVER,
        /** Make files of what there is. */
        @JsonProperty("collect") COLLECT,
        /** Remove what there is. */
        @JsonProperty("erase") ERASE
    }

    @Override
    public String toString() {
        return "Order[" + id + ", " + type + "]";
    }
}
