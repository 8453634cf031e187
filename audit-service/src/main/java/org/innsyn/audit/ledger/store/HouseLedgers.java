package org.innsyn.audit.ledger.store;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.innsyn.audit.ledger.LedgerHead;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.accesslog.HeldReason;

/** The controller's own ledgers, for entries that belong to no one person's. Opened once, at the first start. */
public final class HouseLedgers {

    private static final Set<LedgerKind> KINDS = EnumSet.complementOf(EnumSet.of(LedgerKind.PERSON));

    private final Map<LedgerKind, LedgerId> ledgers = new EnumMap<>(LedgerKind.class);

    public HouseLedgers(LedgerHeads heads, LedgerUnits units, RandomSource random, Clock clock, Races races) {
        for (var kind : KINDS) {
            ledgers.put(kind, races.settle(() -> heads.ofHouse(kind).map(LedgerHead::ledger).orElseGet(() -> units.run(unit -> {
                var ledger = new LedgerId(random.randomId());
                unit.open(ledger, kind, clock.instant());
                return ledger;
            }))));
        }
    }

    LedgerId of(HeldReason reason) {
        return ledgers.get(switch (reason) {
            case UNRESOLVED -> LedgerKind.UNRESOLVED;
            case AMBIGUOUS -> LedgerKind.AMBIGUOUS;
            case ERASED -> LedgerKind.ERASED;
        });
    }

    /** Where looks of staff stand that showed nobody's rows. */
    public LedgerId ofStaff() {
        return ledgers.get(LedgerKind.STAFF);
    }

    /** Whether nobody's data stands there under their own name. */
    public boolean contains(LedgerId ledger) {
        return ledgers.containsValue(ledger);
    }
}
