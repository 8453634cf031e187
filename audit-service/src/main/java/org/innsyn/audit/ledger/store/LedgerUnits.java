package org.innsyn.audit.ledger.store;

import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.modelling.command.Repository;
import org.innsyn.audit.ledger.AccessLedger;
import org.innsyn.audit.unit.Units;

/** Runs units of work over many ledgers: one Axon unit of work, one database transaction, all or nothing. */
public final class LedgerUnits {

    private final Repository<AccessLedger> ledgers;
    private final LedgerHeads heads;
    private final Units units;

    public LedgerUnits(Repository<AccessLedger> ledgers, LedgerHeads heads, TransactionManager transactions) {
        this.ledgers = ledgers;
        this.heads = heads;
        this.units = new Units(transactions);
    }

    /** Runs {@code work} and commits; joins the caller's transaction where there is one. */
    public <T> T run(Function<LedgerUnit, T> work) {
        return units.run("ledger unit", () -> {
            var unit = new LedgerUnit(ledgers, heads);
            T result = work.apply(unit);
            unit.writeHeads();
            return result;
        });
    }
}
