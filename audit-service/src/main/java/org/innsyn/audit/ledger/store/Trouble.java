package org.innsyn.audit.ledger.store;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what fails for everybody (no connection, no disk) from what fails because of what is to be written. */
final class Trouble {

    /** Connection, resources, operator's intervention, system and internal errors (PostgreSQL 18, appendix A). */
    private static final Set<String> OF_THE_HOUSE = Set.of("08", "53", "57", "58", "XX", "F0", "25");

    private Trouble() {}

    /** Whether everything else would fail now too, so that halving it would only take time. */
    static boolean isOfTheHouse(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException || cause instanceof SQLTransientConnectionException || cause instanceof UncheckedIOException
                    || cause instanceof SQLException sql && (sql.getSQLState() == null || sql.getSQLState().length() < 2 || OF_THE_HOUSE.contains(sql.getSQLState().substring(0, 2)))) {
                return true;
            }
        }
        return false;
    }

    /** The innermost cause's kind, and PostgreSQL's code for it. */
    static String kind(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root instanceof SQLException sql ? " " + sql.getSQLState() : "");
    }
}
