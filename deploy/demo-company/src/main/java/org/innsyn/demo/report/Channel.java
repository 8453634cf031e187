package org.innsyn.demo.report;

import java.util.Locale;

/** The two ways of reporting. */
public enum Channel {
    /** {@code POST /api/v1/access-events}: the answer says what became of each event. */
    HTTP,
    /** The topic: the answer is that it is kept there. */
    KAFKA;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
