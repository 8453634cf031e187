package org.innsyn.drill.fault;

/**
 * What happens at a system call.
 *
 * @param calls the calls, as strace names them
 * @param effect what becomes of the call: {@code error=EIO}, {@code signal=KILL}
 * @param when at which of its own calls this happens to a process, 1 being the first
 */
record Fault(String calls, String effect, int when) {

    private static final String SYNC = "fsync,fdatasync";
    private static final String WRITE = "pwrite64,pwritev";

    /** The disk fails when asked to keep what it was given. */
    static Fault diskFails(int when) {
        return new Fault(SYNC, "error=EIO", when);
    }

    /** The disk is full when asked to keep what it was given. */
    static Fault diskIsFullAtSync(int when) {
        return new Fault(SYNC, "error=ENOSPC", when);
    }

    /** The disk is full when written to. */
    static Fault diskIsFull(int when) {
        return new Fault(WRITE, "error=ENOSPC", when);
    }

    /** Whoever asks the disk to keep something is killed on the spot. */
    static Fault killed(int when) {
        return new Fault(SYNC, "signal=KILL", when);
    }

    @Override
    public String toString() {
        return "%s at %s number %d".formatted(effect.substring(effect.indexOf('=') + 1), calls.replace(",", " or "), when);
    }
}
