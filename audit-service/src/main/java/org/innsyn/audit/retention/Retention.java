package org.innsyn.audit.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerCommand.ExpireEntries;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerState;
import org.innsyn.audit.ledger.store.LedgerUnit;
import org.innsyn.audit.ledger.store.LedgerUnits;
import org.innsyn.audit.oversight.store.ShreddingGuard;
import org.innsyn.audit.policy.store.KeptStaffNames;
import org.innsyn.audit.retention.RetentionRows.Last;
import org.innsyn.platform.vault.VaultKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends entries of calendar years whose time is over (GDPR Art. 5(1)(e)). A ledger's keys of these years and the word that its entries ended
 * are one short transaction: from then on nobody can read them. Details and events go afterwards, in batches; a look that was interrupted is
 * finished by the next one, in whichever process. The projection removes the documents when it comes to the event. Leaves stay: proofs
 * that were handed out verify for ever. Of findings concluded before that, what was written about them and which entries they were about goes, too.
 */
public final class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 200;
    private static final int BATCH = 5_000;

    private final RetentionRule rule;
    private final RetentionRows rows;
    private final LedgerUnits units;
    private final VaultKeys keys;
    private final ShreddingGuard guard;
    private final KeptStaffNames names;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(RetentionRule rule, RetentionRows rows, LedgerUnits units, VaultKeys keys, ShreddingGuard guard, KeptStaffNames names,
            TransactionTemplate transaction, Clock clock) {
        this.rule = rule;
        this.rows = rows;
        this.units = units;
        this.keys = keys;
        this.guard = guard;
        this.names = names;
        this.transaction = transaction;
        this.clock = clock;
    }

    RetentionRule rule() {
        return rule;
    }

    /** What was recorded before this has ended. */
    Instant keptFrom() {
        return rule.keptFrom(clock.instant(), clock.getZone());
    }

    /** Looks once at everything. Called again and again; most of the time nothing has ended. */
    public RetentionRun run() {
        var keptFrom = keptFrom();
        int year = keptFrom.atZone(clock.getZone()).getYear() - 1;
        var counted = new Counted();
        ledgers(keptFrom, year, counted);
        clean();
        staff(keptFrom, year, counted);
        findings(keptFrom, counted);
        if (counted.heldBack == 0) {
            while (rows.forgetReports(keptFrom, BATCH) >= BATCH) {
                // the next batch
            }
        }
        var run = new RetentionRun(rule.id(), keptFrom, now(), counted.ledgers, counted.entries, counted.staff, counted.findings, counted.heldBack);
        transaction.executeWithoutResult(status -> rows.ran(run));
        return run;
    }

    /** The same, where nobody waits for the answer. */
    void runQuietly() {
        try {
            run();
        } catch (RuntimeException e) {
            log.warn("looking for what has ended failed with {}; the next look goes on", e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }

    private static final class Counted {
        private long ledgers;
        private long entries;
        private long staff;
        private long findings;
        private long heldBack;
    }

    private void ledgers(Instant keptFrom, int year, Counted counted) {
        Optional<LedgerId> after = Optional.empty();
        for (var page = rows.ledgers(after, year, PAGE); !page.isEmpty(); page = rows.ledgers(after, year, PAGE)) {
            for (var ledger : page) {
                var ended = expire(ledger, keptFrom, year);
                counted.heldBack += ended.isEmpty() ? 1 : 0;
                counted.ledgers += ended.isPresent() ? 1 : 0;
                counted.entries += ended.orElse(0);
            }
            after = Optional.of(page.getLast());
        }
    }

    /** How many entries ended; empty when something holds the ledger back. Holds the ledger's head, so it happens once. */
    private OptionalLong expire(LedgerId ledger, Instant keptFrom, int year) {
        return units.run(unit -> {
            unit.lock(List.of(ledger));
            var head = unit.head(ledger);
            if (head.state() == LedgerState.SHREDDED) {
                return OptionalLong.of(0);
            }
            var last = rows.last(ledger, keptFrom).filter(each -> each.number() > head.expired());
            if (last.isPresent() && (rows.counted(ledger) < last.get().number() || guard.holdsBack(ledger, last.get().sequence(), year))) {
                return OptionalLong.empty();
            }
            last.ifPresent(each -> expire(ledger, each, year, unit));
            keys.destroyThrough(ledger.value(), year);
            return OptionalLong.of(last.map(Last::number).orElse(head.expired()) - head.expired());
        });
    }

    private void expire(LedgerId ledger, Last last, int year, LedgerUnit unit) {
        unit.send(new ExpireEntries(ledger, last.number(), rule.id(), now()));
        rows.remember(ledger, last, year, now());
    }

    private void clean() {
        for (var page = rows.unclean(PAGE); !page.isEmpty(); page = rows.unclean(PAGE)) {
            for (var ledger : page) {
                while (rows.removeDetails(ledger, BATCH) == BATCH) {
                    // the next batch
                }
                while (rows.removeEvents(ledger, BATCH) == BATCH) {
                    // the next batch
                }
                rows.clean(ledger, now());
            }
        }
    }

    private void staff(Instant keptFrom, int year, Counted counted) {
        Optional<UUID> after = Optional.empty();
        for (var page = rows.actors(after, year, PAGE); !page.isEmpty(); page = rows.actors(after, year, PAGE)) {
            if (after.isEmpty()) {
                transaction.executeWithoutResult(status -> names.renew(keptFrom));
            }
            for (var actor : page) {
                boolean ended = Boolean.TRUE.equals(transaction.execute(status -> end(actor, year)));
                counted.staff += ended ? 1 : 0;
                counted.heldBack += ended ? 0 : 1;
            }
            after = Optional.of(page.getLast());
        }
    }

    private boolean end(UUID actor, int year) {
        if (guard.holdsBack(actor)) {
            return false;
        }
        keys.destroyThrough(actor, year);
        rows.removeNames(actor, year);
        return true;
    }

    /** What was concluded long ago stays as codes and figures. */
    private void findings(Instant keptFrom, Counted counted) {
        for (var page = rows.findings(keptFrom, PAGE); !page.isEmpty(); page = rows.findings(keptFrom, PAGE)) {
            for (var finding : page) {
                transaction.executeWithoutResult(status -> {
                    keys.destroy(finding);
                    rows.empty(finding);
                });
            }
            counted.findings += page.size();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
