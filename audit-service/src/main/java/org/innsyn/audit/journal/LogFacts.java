package org.innsyn.audit.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.audit.journal.JournalEntry.Begun;
import org.innsyn.audit.journal.JournalEntry.CheckpointSigned;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.innsyn.audit.journal.JournalEntry.OriginOpened;

/** What the book of the log says: the names the log had, and what it signed under the newest one. */
public final class LogFacts {

    /** Roots of so many of the newest checkpoints are kept in memory. */
    private static final int REMEMBERED = 20_000;

    private Optional<Begun> begun = Optional.empty();
    private final NavigableMap<Integer, OriginOpened> origins = new TreeMap<>();
    private final NavigableMap<Long, byte[]> roots = new TreeMap<>();
    private Optional<CheckpointSigned> newest = Optional.empty();

    LogFacts() {}

    LogFacts copy() {
        var copy = new LogFacts();
        copy.begun = begun;
        copy.origins.putAll(origins);
        copy.roots.putAll(roots);
        copy.newest = newest;
        return copy;
    }

    void clear() {
        begun = Optional.empty();
        origins.clear();
        roots.clear();
        newest = Optional.empty();
    }

    void add(JournalEntry entry) {
        switch (entry) {
            case Begun first -> begun = Optional.of(first);
            case OriginOpened opened -> {
                if (opened.generation() > generation()) {
                    roots.clear();
                    newest = Optional.empty();
                }
                origins.put(opened.generation(), opened);
            }
            case CheckpointSigned signed -> {
                if (signed.generation() == generation()) {
                    roots.put(signed.size(), signed.root());
                    if (roots.size() > REMEMBERED) {
                        roots.pollFirstEntry();
                    }
                    newest = newest.filter(before -> before.size() > signed.size()).or(() -> Optional.of(signed));
                }
            }
            case Erased elsewhere -> { /* stands in the other book */ }
        }
    }

    /** What has to be written again before older files may go. */
    List<JournalEntry> kept() {
        var kept = new ArrayList<JournalEntry>();
        begun.ifPresent(kept::add);
        kept.addAll(origins.values());
        newest.ifPresent(kept::add);
        return kept;
    }

    Optional<UUID> journal() {
        return begun.map(Begun::journal);
    }

    /** Which origin is the newest; 0 before the first. */
    public int generation() {
        return origins.isEmpty() ? 0 : origins.lastKey();
    }

    /** All of them, the first one first. */
    public List<OriginOpened> origins() {
        return List.copyOf(origins.values());
    }

    /** The largest checkpoint of the newest origin. */
    public Optional<CheckpointSigned> newest() {
        return newest;
    }

    /** Sizes and roots of the newest origin's checkpoints, as far back as they are kept. */
    public NavigableMap<Long, byte[]> roots() {
        return roots;
    }
}
