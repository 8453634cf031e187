package org.innsyn.audit.unit;

import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Runs work as one Axon unit of work in one database transaction, its own or the caller's: all of it or, with an error, nothing. */
public final class Units {

    private final TransactionManager transactions;

    public Units(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** @param name what the work is, for Axon's own messages */
    public <T> T run(String name, Supplier<T> work) {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(name));
        try {
            unit.attachTransaction(transactions);
            T result = work.get();
            unit.commit();
            return result;
        } catch (Throwable e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }
}
