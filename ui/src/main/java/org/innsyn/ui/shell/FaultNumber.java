package org.innsyn.ui.shell;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** A short number under which a fault stands in the log, so that a person can name it. */
final class FaultNumber {

    private FaultNumber() {}

    static String next() {
        return "F-" + Integer.toString(ThreadLocalRandom.current().nextInt(46_656, 1_679_616), 36)
                .toUpperCase(Locale.ROOT);
    }
}
