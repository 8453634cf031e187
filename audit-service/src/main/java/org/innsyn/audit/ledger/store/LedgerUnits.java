package org.innsyn.audit.ledger.store;

import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.innsyn.audit.ledger.AccessLedger;

/** Runs units of work over many ledgers: one Axon unit of work, one database transaction, all or nothing. */
public final class LedgerUnits {

    private final Repository<AccessLedger> ledgers;
    private final LedgerHeads heads;
    private final TransactionManager transactions;

    public LedgerUnits(Repository<AccessLedger> ledgers, LedgerHeads heads, TransactionManager transactions) {
        this.ledgers = ledgers;
        this.heads = heads;
        this.transactions = transactions;
    }

    /** Runs {@code work} and commits; joins the caller's transaction where there is one. */
    public <T> T run(Function<LedgerUnit, T> work) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("ledger unit"));
        try {
            unitOfWork.attachTransaction(transactions);
            var unit = new LedgerUnit(ledgers, heads);
            T result = work.apply(unit);
            unit.writeHeads();
            unitOfWork.commit();
            return result;
        } catch (Throwable e) {
            if (unitOfWork.isActive()) {
                unitOfWork.rollback(e);
            }
            throw e;
        }
    }
}
