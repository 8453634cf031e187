package org.innsyn.audit.recovery;

import java.util.Arrays;
import java.util.Optional;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.JournalDamaged;
import org.innsyn.audit.journal.LogFacts;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.audit.recovery.Found.Behind;
import org.innsyn.audit.recovery.Found.NoJournal;
import org.innsyn.audit.recovery.Found.Sound;
import org.innsyn.audit.recovery.Found.Unreliable;
import org.innsyn.audit.transparency.LogOrigins;
import org.innsyn.audit.transparency.StoredLog;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the store against its journal. Reads both and changes neither. */
public final class Comparison {

    private final Journal journal;
    private final StoreJournal marks;
    private final StoredLog log;
    private final LogOrigins origins;
    private final ErasuresInForce erasures;

    public Comparison(JdbcTemplate jdbc, Journal journal) {
        this.journal = journal;
        this.marks = new StoreJournal(journal, jdbc);
        this.log = new StoredLog(jdbc);
        this.origins = new LogOrigins(jdbc);
        this.erasures = new ErasuresInForce(jdbc, journal);
    }

    /** Whether it serves: everything is compared. */
    Found examine() {
        return examine(() -> erasures.missing());
    }

    /** The log alone, and that the journal is the one it was: cheap enough to be asked every few seconds. */
    Found glance() {
        return examine(() -> 0);
    }

    /** How many erasures are not in force, and whether the log contradicts its journal; for the doctor. */
    public long wrong() {
        return switch (examine()) {
            case Sound sound -> 0;
            case Behind behind -> behind.erasures() + (behind.log() ? 1 : 0);
            case NoJournal none -> 1;
            case Unreliable unreliable -> 1;
        };
    }

    private interface Count {
        long get();
    }

    private Found examine(Count missingErasures) {
        try {
            // The store's marks first: the journal only grows meanwhile.
            var remembered = marks.remembered();
            if (journal.isMissing()) {
                return new NoJournal(!remembered.isEmpty());
            }
            for (var mark : remembered.entrySet()) {
                if (!journal.holds(mark.getKey(), mark.getValue()).orElse(true)) {
                    return new Unreliable("the book of the " + mark.getKey() + " does not hold line " + mark.getValue().number()
                            + " as the store remembers it, so it was cut, changed, or is another store's");
                }
            }
            // What is published is in the journal first: read the other way round, a checkpoint of this moment would seem unknown to it.
            var published = log.newest();
            return compare(published, journal.log(), missingErasures.get());
        } catch (JournalDamaged damaged) {
            return new Unreliable(damaged.getMessage());
        }
    }

    private Found compare(Optional<StoredLog.Published> published, LogFacts facts, long undone) {
        int generation = origins.all().isEmpty() ? 1 : origins.current().generation();
        if (facts.generation() < generation || facts.generation() == generation
                && published.isPresent() && published.get().size() > facts.newest().map(signed -> signed.size()).orElse(-1L) && !marks.remembered().isEmpty()) {
            return new Unreliable("the store has published what the journal does not know");
        }
        boolean behind = facts.generation() > generation || contradiction(facts).isPresent();
        return behind || undone > 0
                ? new Behind(behind, facts.newest().map(signed -> signed.size()).orElse(0L), log.size(), undone)
                : new Sound();
    }

    /** How many of the first leaves are those that were signed, when not all are. */
    Optional<Long> contradiction(LogFacts facts) {
        if (facts.newest().isEmpty()) {
            return Optional.empty();
        }
        long size = log.size();
        var signed = facts.newest().get();
        if (size >= signed.size() && Arrays.equals(log.root(signed.size()), signed.root())) {
            return Optional.empty();
        }
        var known = facts.roots().headMap(size, true).descendingMap();
        for (var checkpoint : known.entrySet()) {
            if (Arrays.equals(log.root(checkpoint.getKey()), checkpoint.getValue())) {
                // A copy of an earlier time is a beginning of what was signed, all of it; one that went on by itself is not.
                return Optional.of(size < signed.size() && checkpoint.equals(known.firstEntry()) ? size : checkpoint.getKey());
            }
        }
        return Optional.of(known.isEmpty() && size < signed.size() ? size : 0L);
    }
}
