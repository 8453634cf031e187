package org.innsyn.audit.recovery;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.JournalEntry.Begun;
import org.innsyn.audit.journal.JournalEntry.CheckpointSigned;
import org.innsyn.audit.journal.JournalEntry.OriginOpened;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.audit.recovery.Found.NoJournal;
import org.innsyn.audit.transparency.LogOrigins;
import org.innsyn.audit.transparency.StoredLog;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to a store before anything else may touch it: it is held against its journal, or its journal is begun. */
public final class StoreOpening {

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final String origin;
    private final RandomSource random;
    private final Clock clock;

    /** @param origin what a new log is to call itself */
    public StoreOpening(JdbcTemplate jdbc, Journal journal, String origin, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.origin = origin;
        this.random = random;
        this.clock = clock;
    }

    /** @throws StoreRefused when the store must not be served */
    public void open() {
        var comparison = new Comparison(jdbc, journal);
        journal.alone(() -> {
            var found = comparison.examine();
            Refusal.of(found).ifPresent(refusal -> {
                throw new StoreRefused(refusal);
            });
            if (found instanceof NoJournal || new StoreJournal(journal, jdbc).remembered().isEmpty()) {
                begin();
            }
            return null;
        });
    }

    /** Writes down what the store knows. May be interrupted and is then done again: what is written twice counts once. */
    void begin() {
        var marks = new StoreJournal(journal, jdbc);
        var log = new StoredLog(jdbc);
        var origins = new LogOrigins(jdbc);
        var published = log.newest();
        journal.begin(new Begun(random.randomId(), clock.instant()));
        if (journal.log().generation() == 0) {
            var name = published.map(checkpoint -> checkpoint.note().lines().findFirst().orElseThrow()).orElse(origin);
            var known = origins.all();
            if (known.isEmpty()) {
                journal.opened(new OriginOpened(1, name, null, 0, clock.instant()));
            } else {
                known.forEach(each -> journal.opened(new OriginOpened(each.generation(), each.name(), each.firstLeaf(), each.carried(), clock.instant())));
            }
        }
        published.filter(checkpoint -> checkpoint.size() > journal.log().newest().map(CheckpointSigned::size).orElse(-1L)).ifPresent(checkpoint ->
                journal.signed(new CheckpointSigned(journal.log().generation(), checkpoint.size(), checkpoint.root(), checkpoint.note(), "")));
        // What is still being swept up is written down when it was read back as gone, as always.
        jdbc.queryForList("""
                select ledger_id from ledger_head h where state = 'shredded' and not exists (select from entry_detail d where d.ledger_id = h.ledger_id)
                 order by ledger_id""", UUID.class)
                .forEach(ledger -> journal.erased(marks.erasure(ledger, Optional.empty())));
        if (origins.all().isEmpty()) {
            log.open(journal.log().origins().getFirst().origin(), clock.instant());
        }
        marks.remember();
    }
}
