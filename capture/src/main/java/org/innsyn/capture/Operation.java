package org.innsyn.capture;

import java.util.Locale;

/** What was done to the data. */
public enum Operation {
    READ,
    SEARCH,
    CREATE,
    UPDATE,
    DELETE,
    EXPORT,
    /** Passed on to somebody outside; needs a named recipient (CJEU C-154/21). */
    DISCLOSE;

    /** As the published language writes it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
