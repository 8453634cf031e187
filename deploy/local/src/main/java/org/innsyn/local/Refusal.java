package org.innsyn.local;

/** A command that cannot be carried out, with words for the person who gave it. */
final class Refusal extends RuntimeException {

    private final ExitCode exitCode;

    Refusal(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
