package org.innsyn.capture.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.innsyn.capture.SpoolKey;
import org.jspecify.annotations.Nullable;

/**
 * One file of the spool: a header of 64 bytes and records one after the other. The header is a name (8 bytes), the first record's number (8),
 * the salt (16), the seal of nothing, which tells whether the key is the right one (28), and a sum (4).
 *
 * <p>Read and written without channels: an interrupt of the thread that happens to write would close a channel for everybody.
 */
final class Segment {

    static final int HEADER_BYTES = 64;
    static final String SUFFIX = ".spool";

    private static final byte[] NAME = "INNSPL01".getBytes(StandardCharsets.US_ASCII);

    final Path path;
    final long first;
    final Sealer sealer;
    /** Bytes written, the header among them. */
    long size;
    /** The number the next record gets. */
    long next;
    private @Nullable RandomAccessFile writing;

    private Segment(Path path, long first, Sealer sealer, long size) {
        this.path = path;
        this.first = first;
        this.sealer = sealer;
        this.size = size;
        next = first;
    }

    /** Thrown when a file does not begin with a right header. */
    static final class NoHeader extends IOException {
        NoHeader(Path path) {
            super(path.getFileName() + " does not begin as a segment does");
        }
    }

    /** Makes a new file that is on the disk, and in its folder, when this returns. */
    static Segment create(Path folder, String name, long first, SpoolKey key) throws IOException {
        var salt = Sealer.newSalt();
        var segment = new Segment(folder.resolve(name), first, new Sealer(key.bytes(), salt), HEADER_BYTES);
        var header = ByteBuffer.allocate(HEADER_BYTES).put(NAME).putLong(first).put(salt).put(segment.sealer.seal(new byte[0], first));
        header.putInt(Frame.sum(header.array(), 0, HEADER_BYTES - 4));
        Files.newByteChannel(segment.path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))).close();
        try {
            segment.writing = new RandomAccessFile(segment.path.toFile(), "rw");
            segment.writing.write(header.array());
            segment.sync();
            Folder.sync(folder);
            return segment;
        } catch (IOException e) {
            segment.close();
            Files.deleteIfExists(segment.path);
            throw e;
        }
    }

    static String nameOf(long first) {
        return "%019d%s".formatted(first, SUFFIX);
    }

    /**
     * A file that is there already.
     *
     * @throws NoHeader when its header is not whole
     */
    static Segment of(Path path, SpoolKey key) throws IOException {
        long size = Files.size(path);
        var bytes = read(path, 0, Math.min(size, HEADER_BYTES));
        var header = ByteBuffer.wrap(bytes);
        if (size < HEADER_BYTES || header.getInt(HEADER_BYTES - 4) != Frame.sum(bytes, 0, HEADER_BYTES - 4) || !Arrays.equals(bytes, 0, 8, NAME, 0, 8)) {
            throw new NoHeader(path);
        }
        return new Segment(path, header.getLong(8), new Sealer(key.bytes(), Arrays.copyOfRange(bytes, 16, 32)), size);
    }

    boolean isEmpty() {
        return size <= HEADER_BYTES;
    }

    /** Whether it was sealed with this key. */
    boolean opens() throws IOException {
        return sealer.open(Arrays.copyOfRange(read(path, 0, HEADER_BYTES), 32, 60), first) != null;
    }

    /** Goes on writing after the last whole record; what is behind it is cut off. */
    void reopen() throws IOException {
        writing = new RandomAccessFile(path.toFile(), "rw");
        if (writing.length() != size) {
            writing.setLength(size);
        }
        writing.seek(size);
        sync();
    }

    /**
     * Writes whole records after the last one. When that fails, what was written of them is taken back.
     *
     * @throws IOException when they are not written; when they could not be taken back either, the suppressed exception says so
     */
    void append(byte[] frames, int records) throws IOException {
        var file = open();
        try {
            file.write(frames);
        } catch (IOException e) {
            try {
                file.setLength(size);
                file.seek(size);
            } catch (IOException worse) {
                e.addSuppressed(worse);
            }
            throw e;
        }
        size += frames.length;
        next += records;
    }

    /** Returns when all that is written is on the disk. */
    void sync() throws IOException {
        open().getFD().sync();
    }

    byte[] read(long from, long to) throws IOException {
        return read(path, from, to);
    }

    private static byte[] read(Path path, long from, long to) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var bytes = new byte[Math.toIntExact(to - from)];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        }
    }

    void close() throws IOException {
        if (writing != null) {
            writing.close();
            writing = null;
        }
    }

    private RandomAccessFile open() throws IOException {
        if (writing == null) {
            throw new IOException(path.getFileName() + " is not open for writing");
        }
        return writing;
    }
}
