package org.innsyn.capture.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.innsyn.capture.Refused;
import org.innsyn.capture.SpoolKey;
import org.innsyn.capture.SpoolUnusable;
import org.jspecify.annotations.Nullable;

/** Events that were refused, sealed in a file of their own like a segment. There are few, so they are also in memory. Safe for several threads. */
public final class Refusals {

    private static final String NAME = "refused.sealed";
    private static final int LONGEST_DETAIL = 2_000;

    private final Folder folder;
    private final SpoolKey key;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private @Nullable Segment file;

    /** A refused event with all there is to send it again. */
    public record Kept(Refused why, Spooled event) {}

    static boolean any(Folder folder) throws IOException {
        var path = folder.path.resolve(NAME);
        return Files.exists(path) && Files.size(path) > Segment.HEADER_BYTES;
    }

    Refusals(Folder folder, SpoolKey key) throws IOException {
        this.folder = folder;
        this.key = key;
        var path = folder.path.resolve(NAME);
        if (!any(folder)) {
            Files.deleteIfExists(path);
            return;
        }
        var found = Segment.of(path, key);
        if (!found.opens()) {
            throw new SpoolUnusable("what was refused in " + folder.path + " was sealed with another key", null);
        }
        for (var piece : Piece.of(found.read(Segment.HEADER_BYTES, found.size), found.first)) {
            take(found, piece);
        }
        file = found;
        file.reopen();
    }

    private void take(Segment found, Piece piece) throws IOException {
        switch (piece) {
            case Piece.Torn torn -> found.size -= torn.to() - torn.from();
            case Piece.Spoilt spoilt -> {
                keepSpoilt(found, spoilt);
                found.next = spoilt.last() + 1;
            }
            case Piece.Sealed sealed -> {
                var plain = found.sealer.open(sealed.body(), sealed.number());
                if (plain == null) {
                    keepSpoilt(found, sealed);
                } else {
                    var refusal = read(plain);
                    kept.put(refusal.event.id(), refusal);
                }
                found.next = sealed.number() + 1;
            }
        }
    }

    private void keepSpoilt(Segment found, Piece piece) throws IOException {
        long at = Segment.HEADER_BYTES + piece.from();
        folder.keep(NAME, at, found.read(at, Segment.HEADER_BYTES + piece.to()));
    }

    /** Keeps one more, on the disk when this returns. One that is kept already is not kept twice. */
    public synchronized void add(Refused why, Spooled event) throws IOException {
        if (kept.containsKey(event.id())) {
            return;
        }
        if (file == null) {
            file = Segment.create(folder.path, NAME, 1, key);
        }
        write(file, new Kept(why, event));
        file.sync();
        kept.put(event.id(), new Kept(why, event));
    }

    /** In the order they were refused. */
    public synchronized List<Kept> all() {
        return List.copyOf(kept.values());
    }

    /** Forgets those that were taken in the end. A crash meanwhile leaves the file as it was before or as it is after. */
    public synchronized void remove(Predicate<Kept> taken) throws IOException {
        if (!kept.values().removeIf(taken)) {
            return;
        }
        var beginning = folder.path.resolve(NAME + ".new");
        Files.deleteIfExists(beginning);
        var written = Segment.create(folder.path, beginning.getFileName().toString(), 1, key);
        for (var each : kept.values()) {
            write(written, each);
        }
        written.sync();
        written.close();
        Files.move(beginning, folder.path.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folder.sync(folder.path);
        close();
        file = reopened(folder.path.resolve(NAME), written);
    }

    private Segment reopened(Path path, Segment written) throws IOException {
        var again = Segment.of(path, key);
        again.next = written.next;
        again.reopen();
        return again;
    }

    private static void write(Segment into, Kept refusal) throws IOException {
        into.append(Frame.of(into.next, into.sealer.seal(plain(refusal), into.next)), 1);
    }

    private static byte[] plain(Kept refusal) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeUTF(refusal.why.code());
            data.writeUTF(refusal.why.detail().substring(0, Math.min(LONGEST_DETAIL, refusal.why.detail().length())));
            data.writeLong(refusal.event.number());
            data.write(refusal.event.plain());
        }
        return bytes.toByteArray();
    }

    private static Kept read(byte[] plain) {
        try (var data = new DataInputStream(new ByteArrayInputStream(plain))) {
            var code = data.readUTF();
            var detail = data.readUTF();
            long number = data.readLong();
            var event = Spooled.of(data.readAllBytes(), number);
            return new Kept(new Refused(event.id(), event.people(), code, detail), event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
