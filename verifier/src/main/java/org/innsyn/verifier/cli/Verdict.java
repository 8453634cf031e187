package org.innsyn.verifier.cli;

import java.util.Locale;

/** How a check ended, and the exit code that says so. The worst of several decides. */
enum Verdict {
    GOOD(0),
    UNUSABLE(2),
    BAD(1);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    Verdict orWorse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
