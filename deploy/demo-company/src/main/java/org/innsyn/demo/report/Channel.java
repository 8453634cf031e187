package org.innsyn.demo.report;

import java.util.Locale;

/** The two ways of reporting. */
public enum Channel {
    HTTP,
    KAFKA;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
