package org.innsyn.audit.ledger.store;

import org.jspecify.annotations.Nullable;

/** A submission could not be recorded, or it is not known whether it was. Made again, each access stands exactly once. */
public final class NotRecorded extends RuntimeException {

    NotRecorded(String why, @Nullable Throwable cause) {
        super("not known to be recorded: " + why, cause);
    }
}
