package org.innsyn.audit.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.innsyn.audit.journal.Disk.Appender;
import org.jspecify.annotations.Nullable;

/**
 * An append-only sequence of lines in files that are never written to again once their end is uncertain: after a failed or interrupted
 * write the next line goes to a new file, whose header says which line it continues after. Used under the folder's lock only.
 */
final class Book {

    private final Path folder;
    private final String name;
    private final Disk disk;
    private final long segmentBytes;
    private final Consumer<Line> reader;
    private final Runnable reset;
    private @Nullable Line last;
    private int segment;
    private long position;
    private boolean uncertain;
    /** A line that was perhaps written: it does not count unless another process went on after it. */
    private long doubted;
    private int doubtedIn;
    private @Nullable Appender appender;

    /**
     * @param segmentBytes how long a file becomes before {@link #isLong}
     * @param reset told before the lines are read again from the first one
     * @param reader given each line, also those that other processes wrote
     */
    Book(Path folder, String name, Disk disk, long segmentBytes, Runnable reset, Consumer<Line> reader) {
        this.folder = folder;
        this.name = name;
        this.disk = disk;
        this.segmentBytes = segmentBytes;
        this.reset = reset;
        this.reader = reader;
    }

    Optional<Line> last() {
        return Optional.ofNullable(last);
    }

    boolean isEmpty() {
        return Segment.numbers(folder, name).isEmpty();
    }

    /** Reads what others have written since. */
    void refresh() {
        var numbers = Segment.numbers(folder, name);
        int newest = numbers.isEmpty() ? 0 : numbers.getLast();
        if (newest != segment || doubted > 0) {
            readAll(numbers);
        } else if (newest > 0 && !uncertain && length(newest) != position) {
            var grown = Segment.grown(folder, name, newest, position);
            accept(grown).forEach(reader);
            position = grown.sound();
            uncertain = grown.torn();
        }
    }

    private long length(int number) {
        try {
            return Files.size(Segment.file(folder, name, number));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's file cannot be read", e);
        }
    }

    private void readAll(List<Integer> numbers) {
        reset.run();
        close();
        forEach(numbers, reader);
    }

    /** Reads the book from its first line that is still kept. */
    void forEach(Consumer<Line> each) {
        forEach(Segment.numbers(folder, name), each);
    }

    private void forEach(List<Integer> numbers, Consumer<Line> each) {
        last = null;
        segment = 0;
        position = 0;
        uncertain = false;
        var pending = new ArrayList<Line>();
        for (int number : numbers) {
            var read = Segment.read(folder, name, number);
            if (segment != 0 && number != segment + 1) {
                throw new JournalDamaged("segment " + (segment + 1) + " of " + name + " is missing");
            }
            segment = number;
            uncertain = read.isEmpty();
            if (read.isPresent()) {
                begin(read.get(), pending, number == numbers.getFirst());
                pending.forEach(each);
                pending.clear();
                pending.addAll(accept(read.get()));
                position = read.get().sound();
                uncertain = read.get().torn();
            }
        }
        settleDoubt(pending);
        pending.forEach(each);
    }

    private void settleDoubt(List<Line> pending) {
        if (doubted == 0 || doubtedIn != segment || number() > doubted) {
            doubted = 0;
        } else if (number() == doubted) {
            pending.removeLast();
            last = pending.isEmpty() ? beforeSegment() : pending.getLast();
            uncertain = true;
        } else {
            uncertain = true;
        }
    }

    private @Nullable Line beforeSegment() {
        return Segment.read(folder, name, segment).filter(read -> read.after() > 0).map(read -> new Line(read.after(), "", read.digest())).orElse(null);
    }

    /** Holds the header against what was read, and takes back what was never certain. */
    private void begin(Segment next, List<Line> pending, boolean first) {
        if (first && next.after() > 0) {
            last = new Line(next.after(), "", next.digest());
        }
        pending.removeIf(line -> line.number() > next.after());
        if (!pending.isEmpty()) {
            last = pending.getLast();
        } else if (last != null && last.number() > next.after()) {
            last = next.after() == 0 ? null : new Line(next.after(), "", next.digest());
        }
        if (number() != next.after() || !Arrays.equals(digest(), next.digest())) {
            throw new JournalDamaged(next.file().getFileName() + " continues after line " + next.after() + ", and the book has another one there, or none");
        }
    }

    private List<Line> accept(Segment read) {
        var lines = new ArrayList<Line>();
        for (var text : read.lines()) {
            last = Line.parse(text, number(), digest(), read.file().getFileName().toString());
            lines.add(last);
        }
        return lines;
    }

    private long number() {
        return last == null ? 0 : last.number();
    }

    private byte[] digest() {
        return last == null ? Line.NOTHING : last.digest();
    }

    /** Whether it is time for {@link #roll}. */
    boolean isLong() {
        return position > segmentBytes;
    }

    /**
     * Adds a line. It is on the disk once this returns.
     *
     * @throws JournalUnwritable when it may not be: it then does not count, also when it is found there later
     */
    Line append(String content) {
        refresh();
        if (segment == 0 || uncertain) {
            roll();
        }
        var line = Line.after(number(), digest(), content);
        try {
            if (appender == null) {
                appender = disk.append(Segment.file(folder, name, segment), false);
            }
            var bytes = line.bytes();
            appender.write(bytes);
            appender.force();
            position += bytes.length;
        } catch (IOException e) {
            uncertain = true;
            doubted = line.number();
            doubtedIn = segment;
            close();
            throw new JournalUnwritable(e);
        }
        last = line;
        reader.accept(line);
        return line;
    }

    /** Goes on in a new file. */
    void roll() {
        close();
        var header = Segment.header(name, segment + 1, number(), digest());
        try {
            // Even when this fails half-way the name is taken: the next attempt uses the one after it.
            segment++;
            uncertain = true;
            appender = disk.append(Segment.file(folder, name, segment), true);
            appender.write(header);
            appender.force();
            disk.forceFolder(folder);
            position = header.length;
            uncertain = false;
        } catch (IOException e) {
            close();
            throw new JournalUnwritable(e);
        }
    }

    /** Removes all files but the newest two; what still counts of them was written again. */
    void dropOld() {
        try {
            for (int number : Segment.numbers(folder, name)) {
                if (number < segment - 1) {
                    Files.deleteIfExists(Segment.file(folder, name, number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an old file of the journal could not be removed", e);
        }
    }

    /** The digest of this line; empty when it is not in the files that are kept. */
    Optional<byte[]> digestOf(long number) {
        if (last != null && last.number() == number) {
            return Optional.of(last.digest());
        }
        var found = new byte[1][];
        forEach(line -> {
            if (line.number() == number) {
                found[0] = line.digest();
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** The number of the line that the oldest kept file continues after. */
    long keptAfter() {
        var numbers = Segment.numbers(folder, name);
        return numbers.isEmpty() ? 0 : Segment.read(folder, name, numbers.getFirst()).map(Segment::after).orElse(0L);
    }

    void close() {
        try {
            if (appender != null) {
                appender.close();
            }
        } catch (IOException e) {
            // What was acknowledged is on the disk already.
        } finally {
            appender = null;
        }
    }
}
