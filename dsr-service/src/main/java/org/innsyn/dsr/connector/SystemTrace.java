package org.innsyn.dsr.connector;

import java.util.List;
import java.util.Map;

/** The trace of a system in which everything is found by the account itself. */
public final class SystemTrace {

    private static final String ACCOUNT = "account";

    private SystemTrace() {}

    public static Trace of(SystemProfile profile, Account account, long found) {
        return new Trace(Map.of(ACCOUNT, List.of(account.value())), Map.of(profile.item().name(), found));
    }

    public static Account account(Trace trace) {
        return new Account(trace.of(ACCOUNT).getFirst());
    }

    /** How many records there were when they were first counted. */
    public static long found(SystemProfile profile, Trace trace) {
        return trace.found().getOrDefault(profile.item().name(), 0L);
    }
}
