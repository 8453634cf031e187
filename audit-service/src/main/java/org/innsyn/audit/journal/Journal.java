package org.innsyn.audit.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innsyn.audit.journal.JournalEntry.Begun;
import org.innsyn.audit.journal.JournalEntry.CheckpointSigned;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.innsyn.audit.journal.JournalEntry.OriginOpened;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the store must never be behind of, in a folder outside it: a book of the log (origins and checkpoints; only the newest are kept) and
 * a book of erasures (kept for ever). One journal a store: its processes share the folder and take turns by a lock.
 *
 * <p>Guarantees that a line is on the disk before the method that writes it returns, and that a line that was changed, cut out or left
 * out is noticed when it is read. Does not notice when whole lines at the end are gone: the store remembers how far it had come, see
 * {@link Mark}.
 */
public final class Journal {

    /** Where a book stood: the number of its newest line, and that line's digest. */
    public record Mark(UUID journal, long number, byte[] digest) {}

    /** The names of the books. */
    public static final String LOG = "log";
    public static final String ERASURES = "erasures";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LOG_SEGMENT_BYTES = 4 << 20;
    private static final long ERASURES_SEGMENT_BYTES = 16 << 20;

    private final Path folder;
    private final FolderLock lock;
    private final Book log;
    private final Book erasures;
    private final LogFacts facts = new LogFacts();
    private Optional<UUID> journal = Optional.empty();

    public Journal(Path folder, Disk disk) {
        this(folder, disk, LOG_SEGMENT_BYTES);
    }

    Journal(Path folder, Disk disk, long logSegmentBytes) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's folder cannot be made private to this user", e);
        }
        this.lock = FolderLock.of(folder);
        this.log = new Book(folder, LOG, disk, logSegmentBytes, facts::clear, line -> facts.add(read(line)));
        this.erasures = new Book(folder, ERASURES, disk, ERASURES_SEGMENT_BYTES, () -> journal = Optional.empty(), this::begunBy);
    }

    private void begunBy(Line line) {
        if (journal.isEmpty() && read(line) instanceof Begun begun) {
            journal = Optional.of(begun.journal());
        }
    }

    private JournalEntry read(Line line) {
        try {
            return JSON.readValue(line.content(), JournalEntry.class);
        } catch (JacksonException e) {
            throw new JournalDamaged("line " + line.number() + " says something that this version does not know");
        }
    }

    /** Nobody else reads or writes the journal meanwhile. */
    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is none: its files are gone, or were never made. */
    public boolean isMissing() {
        return alone(() -> log.isEmpty() || erasures.isEmpty());
    }

    /**
     * What the book of the log says now.
     *
     * @throws JournalDamaged when any of its lines is not as it was written
     */
    public LogFacts log() {
        return alone(() -> {
            log.refresh();
            return facts.copy();
        });
    }

    /** Reads all erasures, in the order in which they were told. @throws JournalDamaged see {@link #log} */
    public void erasures(Consumer<Erased> each) {
        alone(() -> {
            erasures.forEach(line -> {
                if (read(line) instanceof Erased erased) {
                    each.accept(erased);
                }
            });
            return null;
        });
    }

    /** Begins a journal that has nothing yet. @return false when there is one */
    public boolean begin(Begun begun) {
        return alone(() -> {
            // The book of erasures last: it is what tells a journal that was begun from one whose beginning was interrupted.
            if (!erasures.isEmpty() && !log.isEmpty()) {
                return false;
            }
            for (var book : List.of(log, erasures)) {
                if (book.isEmpty()) {
                    write(book, begun);
                }
            }
            return true;
        });
    }

    /** @throws JournalUnwritable when it may not be on the disk: then nothing may go by that name */
    public void opened(OriginOpened origin) {
        writeLog(origin);
    }

    /**
     * @throws JournalUnwritable when it may not be on the disk: then it must not be published
     * @throws IllegalStateException when the log goes by another name since: whoever signed this does not know
     */
    public void signed(CheckpointSigned checkpoint) {
        writeLog(checkpoint);
    }

    private void writeLog(JournalEntry entry) {
        alone(() -> {
            requireBegun(log);
            if (entry instanceof CheckpointSigned signed && signed.generation() != facts.generation()) {
                throw new IllegalStateException("the log of generation " + signed.generation() + " was closed; nothing is signed for it any more");
            }
            if (log.isLong()) {
                var kept = facts.kept();
                log.roll();
                kept.forEach(each -> write(log, each));
                log.dropOld();
            }
            return write(log, entry);
        });
    }

    /** @throws JournalUnwritable when it may not be on the disk: then nobody may be told that they are erased */
    public void erased(Erased erasure) {
        alone(() -> {
            requireBegun(erasures);
            if (erasures.isLong()) {
                erasures.roll();
            }
            return write(erasures, erasure);
        });
    }

    /** A book whose files vanished is not begun again by whoever comes next. */
    private static void requireBegun(Book book) {
        book.refresh();
        if (book.last().isEmpty()) {
            throw new JournalDamaged("the files of a book are gone");
        }
    }

    private Line write(Book book, JournalEntry entry) {
        return book.append(JSON.writeValueAsString(entry));
    }

    /** Where each book stands, for the store to remember. */
    public Map<String, Mark> marks() {
        return alone(() -> {
            log.refresh();
            erasures.refresh();
            return Map.of(LOG, mark(log), ERASURES, mark(erasures));
        });
    }

    private Mark mark(Book book) {
        var id = book == log ? facts.journal() : journal;
        var line = book.last().orElseThrow(() -> new JournalDamaged("the book of the " + (book == log ? LOG : ERASURES) + " has no lines"));
        return new Mark(id.orElseThrow(() -> new JournalDamaged("a book does not say which journal it belongs to")), line.number(), line.digest());
    }

    /** Whether the book still holds the line that it had come to then; empty when that line is older than what is kept. */
    public Optional<Boolean> holds(String name, Mark mark) {
        return alone(() -> {
            var book = name.equals(LOG) ? log : erasures;
            var now = marks().get(name);
            if (!now.journal().equals(mark.journal()) || now.number() < mark.number()) {
                return Optional.of(false);
            }
            return book.keptAfter() > mark.number()
                    ? Optional.<Boolean>empty()
                    : Optional.of(book.digestOf(mark.number()).filter(digest -> java.util.Arrays.equals(digest, mark.digest())).isPresent());
        });
    }

    /** Puts the files aside, unread, into a folder of their own beside the new ones. */
    public void putAside(String name) {
        alone(() -> {
            try {
                var aside = Files.createDirectories(folder.resolve(name));
                for (var book : List.of(LOG, ERASURES)) {
                    for (int number : Segment.numbers(folder, book)) {
                        var file = Segment.file(folder, book, number);
                        Files.move(file, aside.resolve(file.getFileName()));
                    }
                }
                Disk.real().forceFolder(folder);
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException("the journal's files could not be put aside", e);
            }
        });
    }
}
