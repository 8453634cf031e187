package org.innsyn.audit.ledger.store;

import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerIsShredded;
import org.innsyn.platform.vault.KeyDestroyed;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs a unit of work again when it lost a race that a second look settles: it left nothing behind. */
public final class Races {

    private static final int TRIES = 6;

    /** To be thrown by work that must be looked at again. */
    static final class Lost extends RuntimeException {
        Lost() {
            super("what this unit of work had read was changed meanwhile");
        }
    }

    /** Runs {@code work}, again where it lost a race; throws what cannot be settled. */
    public <T> T settle(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                // Inside a larger transaction only its owner can start again.
                if (tried == TRIES || !isRace(e) || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw e;
                }
            }
        }
    }

    private static boolean isRace(Throwable e) {
        return e instanceof Lost
                || e instanceof KeyDestroyed
                || e instanceof LedgerIsShredded
                || e instanceof ConcurrencyException
                || e instanceof ConcurrencyFailureException
                || e instanceof DuplicateKeyException
                || Identities.isRace(e)
                || e.getCause() != null && e.getCause() != e && isRace(e.getCause());
    }
}
