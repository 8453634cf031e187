package org.innsyn.audit.recovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.JournalEntry.CheckpointSigned;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.innsyn.audit.journal.JournalEntry.OriginOpened;
import org.innsyn.audit.journal.LogFacts;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Shredder;
import org.innsyn.audit.recovery.Found.Behind;
import org.innsyn.audit.recovery.Found.NoJournal;
import org.innsyn.audit.recovery.Found.Sound;
import org.innsyn.audit.recovery.Found.Unreliable;
import org.innsyn.audit.transparency.LogOrigins;
import org.innsyn.audit.transparency.OriginLeaf;
import org.innsyn.audit.transparency.OriginLeaf.Reason;
import org.innsyn.audit.transparency.StoredLog;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.vault.Epochs;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a restored store up to what its journal knows. Every step either happened or did not, and is found out by comparing again: killed
 * at any moment, it is simply run again.
 */
final class Recovery {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final StoreJournal marks;
    private final StoreOpening opening;
    private final Comparison comparison;
    private final StoredLog log;
    private final LogOrigins origins;
    private final Shredder shredder;
    private final Identities identities;
    private final Epochs epochs;
    private final KeyFolder keys;
    private final Clock clock;

    Recovery(JdbcTemplate jdbc, TransactionTemplate transaction, Journal journal, StoreOpening opening, Shredder shredder, Identities identities,
            Epochs epochs, KeyFolder keys, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.marks = new StoreJournal(journal, jdbc);
        this.opening = opening;
        this.comparison = new Comparison(jdbc, journal);
        this.log = new StoredLog(jdbc);
        this.origins = new LogOrigins(jdbc);
        this.shredder = shredder;
        this.identities = identities;
        this.epochs = epochs;
        this.keys = keys;
        this.clock = clock;
    }

    /** What is wrong and what {@link #run} will do about it, a sentence each; empty when there is nothing to do. */
    List<String> plan(boolean journalLost) {
        var plan = new ArrayList<String>();
        switch (comparison.examine()) {
            case Sound sound -> { /* unless keys are lost, see below */ }
            case NoJournal none when !none.lost() -> { /* begun by the next start */ }
            case NoJournal none -> plan.addAll(withoutJournal("It is missing.", journalLost));
            case Unreliable unreliable -> plan.addAll(withoutJournal(unreliable.how() + ".", journalLost));
            case Behind behind -> {
                if (behind.log()) {
                    long lost = Math.max(0, behind.signed() - behind.stored());
                    plan.add("The log " + origins.all().stream().map(LogOrigins.Origin::name).reduce((a, b) -> b).orElse("") + " was signed with %,d leaves; the store has %,d. It is closed.".formatted(behind.signed(), behind.stored()));
                    plan.add("A new log is opened. Its first leaf names the old one, its last checkpoint, and the %,d leaves that are lost; what the store still has follows.".formatted(lost));
                }
                if (behind.erasures() > 0) {
                    plan.add("%,d erasures that were confirmed are carried out again: keys, details, identifiers and entries.".formatted(behind.erasures()));
                }
                plan.add("The search index begins empty and is filled again by the next start.");
            }
        }
        long lost = epochs.keysOfLostEpochs();
        if (lost > 0) {
            plan.add("%,d keys in the store were wrapped by an epoch key that is destroyed: what they sealed cannot be read by anybody any more. They are removed.".formatted(lost));
        }
        return plan;
    }

    private static List<String> withoutJournal(String how, boolean journalLost) {
        if (!journalLost) {
            throw new StoreRefused(Refusal.of(new Unreliable(how)).orElseThrow());
        }
        return List.of("The journal is given up. " + how,
                "What of it is there is put aside, and a new journal is begun from what the store knows.",
                "The log is closed and a new one opened: what the old one had signed at last is not known for certain.",
                "Erasures that only the lost journal knew are not carried out again. Nothing can name them but the requests themselves.",
                "The search index begins empty and is filled again by the next start.");
    }

    /**
     * Does what {@link #plan} says. No process may use the store meanwhile.
     *
     * @return what was done, a sentence each
     */
    List<String> run(boolean journalLost) {
        return journal.alone(() -> {
            var done = new ArrayList<String>();
            long unwrapped = epochs.forgetLostEpochs();
            if (unwrapped > 0) {
                done.add("Removed %,d keys whose epoch key is destroyed.".formatted(unwrapped));
            }
            switch (comparison.examine()) {
                case Sound sound -> { /* nothing more */ }
                case NoJournal none when !none.lost() -> { /* begun by the next start */ }
                case Behind behind -> done.addAll(catchUp());
                default -> done.addAll(giveUpJournal(journalLost));
            }
            return done;
        });
    }

    private List<String> giveUpJournal(boolean journalLost) {
        if (!journalLost) {
            throw new StoreRefused(Refusal.of(comparison.examine()).orElseThrow());
        }
        journal.putAside("given-up-" + clock.instant().toString().replace(':', '-'));
        opening.begin();
        var done = new ArrayList<>(List.of("Began a new journal; the old one's files are in a folder beside it."));
        indexIsForeign();
        // Until this commits the store remembers the old journal, and the new one is refused: interrupted, it is all done again.
        done.addAll(transaction.execute(t -> {
            var opened = openNext(journal.log(), log.size(), Reason.JOURNAL_LOST);
            marks.forget();
            marks.remember();
            return opened;
        }));
        return done;
    }

    private List<String> catchUp() {
        var done = new ArrayList<String>();
        indexIsForeign();
        if (comparison.glance() instanceof Behind) {
            done.addAll(transaction.execute(t -> catchUpLog(journal.log())));
        }
        var again = new HashMap<UUID, Erased>();
        new ErasuresInForce(jdbc, journal).forEachMissing(erased -> again.putIfAbsent(erased.ledger(), erased));
        again.values().forEach(this::eraseAgain);
        if (!again.isEmpty()) {
            done.add("Carried out %,d erasures again.".formatted(again.size()));
        }
        marks.remember();
        done.add("The next start fills the search index anew.");
        return done;
    }

    private void indexIsForeign() {
        jdbc.update("insert into recovery (recovered_at, index_is_foreign) values (?, true)", java.sql.Timestamp.from(clock.instant()));
        // With the token the projection forgets that it had read anything.
        jdbc.update("delete from processor_token where processor_name = 'accesslog'");
    }

    /** First the names that the journal knows and the store does not; then, where the log still lacks something, the next one. */
    private List<String> catchUpLog(LogFacts facts) {
        if (origins.all().isEmpty()) {
            log.open(facts.origins().getFirst().origin(), clock.instant());
        }
        long kept = -1;
        for (var known : facts.origins()) {
            if (known.generation() > origins.current().generation()) {
                kept = 1 + Math.min(kept < 0 ? log.size() : kept, known.carried());
                log.reopen(known.generation(), known.origin(), known.firstLeaf(), kept - 1, known.at());
            }
        }
        var agreed = comparison.contradiction(facts);
        if (agreed.isEmpty()) {
            return List.of("The log goes on as " + origins.current().name() + ".");
        }
        return openNext(facts, Math.max(kept, agreed.get()), Reason.RESTORED);
    }

    private List<String> openNext(LogFacts facts, long kept, Reason reason) {
        var before = origins.current();
        int generation = before.generation() + 1;
        var last = facts.newest().orElseGet(() -> new CheckpointSigned(before.generation(), 0, log.root(0), "", ""));
        var key = last.verifierKey().isEmpty() ? LogOrigins.key(keys, before).verifierKey() : last.verifierKey();
        var leaf = new OriginLeaf(generation, before.name(), key, last.size(), last.root(), kept, reason, clock.instant());
        var name = LogOrigins.name(origins.all().getFirst().name(), generation);
        // In the journal before it is in the store: after a crash in between the store is behind, and comes here again.
        journal.opened(new OriginOpened(generation, name, leaf.bytes(), kept, clock.instant()));
        log.reopen(generation, name, leaf.bytes(), kept, clock.instant());
        var done = new ArrayList<>(List.of("Closed the log " + before.name() + " at %,d leaves. Its last checkpoint was:".formatted(last.size())));
        last.note().lines().forEach(line -> done.add("    " + line));
        done.add("Opened the log " + name + ". It keeps %,d leaves; %,d are lost (%,d up to, and without, %,d).".formatted(
                kept, Math.max(0, last.size() - kept), kept, Math.max(kept, last.size())));
        done.add("Publish its key: " + LogOrigins.key(keys, origins.current()).verifierKey());
        return done;
    }

    private void eraseAgain(Erased erased) {
        var ledger = new LedgerId(erased.ledger());
        transaction.executeWithoutResult(t -> {
            log.appendPending(ledger);
            identities.suppress(ledger, erased.suppressed().stream().map(line -> new Identities.Suppressed(line.type(), line.hash(), line.key())).toList());
        });
        shredder.shredAgain(ledger, erased.request(), erased.shreddedAt());
        shredder.sweep(ledger);
    }
}
