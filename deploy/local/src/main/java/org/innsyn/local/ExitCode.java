package org.innsyn.local;

/** What {@code ./innsyn} ends with; documented in its {@code help}. */
enum ExitCode {
    DONE(0),
    FAILED(1),
    WRONG_USE(2),
    NOT_RUNNING(3),
    ALREADY_RUNNING(4),
    MISSING_ON_MACHINE(5),
    DEGRADED(6);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
