package org.innsyn.capture.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.innsyn.capture.SpoolKey;
import org.innsyn.capture.SpoolUnusable;

/**
 * The files of a spool, oldest first; the newest is the one written to. There is always one, and it says where numbering goes on: the
 * source's counter outlives everything that was delivered. Not safe for several threads.
 */
final class Segments {

    private final Folder folder;
    private final SpoolKey key;
    private final Deque<Segment> files = new ArrayDeque<>();
    private long bytes;
    private long torn;

    /** Gives the key; {@code mayBeNew} tells whether there is nothing yet that needs a certain one. */
    interface KeySource {
        SpoolKey key(boolean mayBeNew);
    }

    /**
     * @param firstNumber where numbering begins in a spool that is new
     * @throws SpoolUnusable when the key is another one than what lies here was sealed with
     */
    Segments(Folder folder, KeySource keys, long firstNumber) throws IOException {
        this.folder = folder;
        var paths = folder.segments();
        boolean mayBeNew = !Refusals.any(folder);
        for (var path : paths) {
            mayBeNew &= Files.size(path) <= Segment.HEADER_BYTES;
        }
        key = keys.key(mayBeNew);
        long next = firstNumber;
        for (var path : paths) {
            next = take(path, next);
        }
        settle(next);
    }

    /** @return the number that follows the file's last */
    private long take(Path path, long expected) throws IOException {
        try {
            var segment = Segment.of(path, key);
            if (!segment.isEmpty() && !segment.opens()) {
                throw new SpoolUnusable("the spool in " + folder.path + " was sealed with another key; bring that one back, or move the folder away", null);
            }
            segment.next = segment.first;
            for (var piece : Piece.of(segment.read(Segment.HEADER_BYTES, segment.size), segment.first)) {
                segment.next = switch (piece) {
                    case Piece.Sealed sealed -> sealed.number() + 1;
                    case Piece.Spoilt spoilt -> spoilt.last() + 1;
                    case Piece.Torn cut -> segment.next;
                };
            }
            files.addLast(segment);
            bytes += segment.size;
            return segment.next;
        } catch (Segment.NoHeader e) {
            if (Files.size(path) <= Segment.HEADER_BYTES) {
                Files.delete(path); // It was being made; nothing was ever written to it.
                return expected;
            }
            folder.keep(path);
            return expected + 1; // At least one number is lost with it, so that the gap shows.
        }
    }

    /** Makes sure there is a file to write to, which ends with a whole record and opens with the key. */
    private void settle(long next) throws IOException {
        if (!files.isEmpty() && newest().next >= next && newest().opens() && cutTorn(newest())) {
            newest().reopen();
        } else {
            begin(next);
        }
        while (files.size() > 1 && files.peekFirst().isEmpty()) {
            deleteOldest();
        }
    }

    /** Cuts off a write that did not come to its end. @return whether the file may be written to: its end is not spoilt */
    private boolean cutTorn(Segment segment) throws IOException {
        var pieces = Piece.of(segment.read(Segment.HEADER_BYTES, segment.size), segment.first);
        if (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Torn cut) {
            bytes -= cut.to() - cut.from();
            segment.size -= cut.to() - cut.from();
            torn++;
            pieces = pieces.subList(0, pieces.size() - 1);
        }
        return pieces.isEmpty() || pieces.getLast() instanceof Piece.Sealed;
    }

    /** Writes what follows into a new file. */
    void begin(long first) throws IOException {
        var name = Segment.nameOf(first);
        if (!files.isEmpty() && newest().path.getFileName().toString().equals(name)) {
            Files.delete(files.removeLast().path); // Empty, and of another key.
            bytes -= Segment.HEADER_BYTES;
        }
        var segment = Segment.create(folder.path, name, first, key);
        if (!files.isEmpty()) {
            newest().close();
        }
        files.addLast(segment);
        bytes += segment.size;
    }

    void append(byte[] frames, int records) throws IOException {
        newest().append(frames, records);
        bytes += frames.length;
    }

    SpoolKey key() {
        return key;
    }

    Segment newest() {
        return files.getLast();
    }

    Segment oldest() {
        return files.getFirst();
    }

    boolean onlyNewest() {
        return files.size() == 1;
    }

    /** @return the one that is the oldest now */
    Segment deleteOldest() throws IOException {
        var gone = files.removeFirst();
        bytes -= gone.size;
        gone.close();
        Files.delete(gone.path);
        return files.getFirst();
    }

    /** Bytes on disk. */
    long bytes() {
        return bytes;
    }

    /** How often a write that did not come to its end was cut off when this spool was opened: 0 or 1. */
    long torn() {
        return torn;
    }

    long records() {
        return files.stream().mapToLong(each -> each.next - each.first).sum();
    }
}
