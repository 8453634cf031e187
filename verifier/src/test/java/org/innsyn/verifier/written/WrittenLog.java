package org.innsyn.verifier.written;

import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.join;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A log with its key: entries are put in, and checkpoints, proofs and tiles come out. */
public final class WrittenLog {

    private List<LogKey> keys;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();

    public WrittenLog(String origin) {
        this(new LogKey(origin));
    }

    private WrittenLog(LogKey key) {
        this.keys = List.of(key);
    }

    /** Another log under the same key: the first {@code size} entries are the same, the others are not. */
    public WrittenLog fork(int size, Random random) {
        var fork = new WrittenLog(key());
        entries.subList(0, size).forEach(fork::add);
        return fork.fill(entries.size(), random);
    }

    /** From now on checkpoints carry the signatures of these keys, and proofs name the first. */
    public WrittenLog signedBy(LogKey... keys) {
        this.keys = List.of(keys);
        return this;
    }

    /** The same entries under another key. */
    public WrittenLog under(LogKey other) {
        var same = new WrittenLog(other);
        entries.forEach(same::add);
        return same;
    }

    public LogKey key() {
        return keys.getFirst();
    }

    public int add(byte[] leafData) {
        entries.add(leafData);
        leaves.add(Rfc6962.leaf(leafData));
        return entries.size() - 1;
    }

    /** Adds entries of strangers until there are {@code size}. */
    public WrittenLog fill(int size, Random random) {
        while (entries.size() < size) {
            byte[] leafData = new byte[32];
            random.nextBytes(leafData);
            add(leafData);
        }
        return this;
    }

    public List<byte[]> entries() {
        return entries;
    }

    public List<byte[]> leaves() {
        return leaves;
    }

    public String checkpoint() {
        return checkpoint(entries.size());
    }

    public String checkpoint(int size) {
        String text = key().name() + "\n" + size + "\n" + base64(Rfc6962.root(leaves.subList(0, size))) + "\n";
        return text + "\n" + keys.stream().map(key -> key.line(text)).collect(Collectors.joining());
    }

    public String proof(int index) {
        var text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        Rfc6962.path(index, leaves).forEach(hash -> text.append(base64(hash)).append('\n'));
        return text + "\n" + checkpoint();
    }

    /** Writes everything a web server would serve. */
    public void writeTo(Path folder) {
        write(folder.resolve("checkpoint"), Bytes.utf8(checkpoint()));
        write(folder.resolve("key"), Bytes.utf8(key().verifierKey() + "\n"));
        writeTiles(folder, "entries", entries.stream().map(entry -> join(new byte[] {(byte) (entry.length >> 8), (byte) entry.length}, entry)).toList());
        List<byte[]> hashes = leaves;
        for (int level = 0; !hashes.isEmpty(); level++) {
            writeTiles(folder, String.valueOf(level), hashes);
            var above = new ArrayList<byte[]>();
            for (int end = 256; end <= hashes.size(); end += 256) {
                above.add(Rfc6962.root(hashes.subList(end - 256, end)));
            }
            hashes = above;
        }
    }

    private static void writeTiles(Path folder, String kind, List<byte[]> items) {
        for (int begin = 0; begin < items.size(); begin += 256) {
            List<byte[]> tile = items.subList(begin, Math.min(begin + 256, items.size()));
            int index = begin / 256;
            String path = index < 1000 ? "%03d".formatted(index) : "x%03d/%03d".formatted(index / 1000, index % 1000);
            write(folder.resolve("tile/" + kind + "/" + path + (tile.size() < 256 ? ".p/" + tile.size() : "")), join(tile.toArray(byte[][]::new)));
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
