package org.innsyn.bench.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** A log of random leaves in a folder, signed: as somebody would have copied it from {@code /log/} (C2SP tlog-tiles, tlog-checkpoint). */
final class LogFolder {

    private static final int TILE = 256;
    private static final String ORIGIN = "bench.example/log";

    private final Path folder;
    private final MessageDigest sha256;

    private LogFolder(Path folder) throws GeneralSecurityException {
        this.folder = folder;
        this.sha256 = MessageDigest.getInstance("SHA-256");
    }

    /** Writes a log of {@code entries} leaves; returns how many bytes its tiles have. */
    static long write(Path folder, int entries) throws IOException, GeneralSecurityException {
        return new LogFolder(folder).write(entries);
    }

    private long write(int entries) throws IOException, GeneralSecurityException {
        var random = new SplittableRandom(entries);
        var hashes = new ArrayList<byte[]>(entries);
        long bytes = 0;
        for (int from = 0; from < entries; from += TILE) {
            int width = Math.min(TILE, entries - from);
            var bundle = new ByteArrayOutputStream(width * 34);
            for (int i = 0; i < width; i++) {
                var leaf = new byte[32];
                random.nextBytes(leaf);
                bundle.write(0);
                bundle.write(leaf.length);
                bundle.writeBytes(leaf);
                hashes.add(hash((byte) 0, leaf));
            }
            bytes += put("tile/entries/" + place(from / TILE, width), bundle.toByteArray());
        }
        List<byte[]> level = hashes;
        for (int number = 0; !level.isEmpty(); number++) {
            bytes += tiles(number, level);
            level = above(level);
        }
        sign(entries, root(hashes));
        return bytes;
    }

    private long tiles(int level, List<byte[]> hashes) throws IOException {
        long bytes = 0;
        for (int from = 0; from < hashes.size(); from += TILE) {
            int width = Math.min(TILE, hashes.size() - from);
            var tile = new ByteArrayOutputStream(width * 32);
            hashes.subList(from, from + width).forEach(tile::writeBytes);
            bytes += put("tile/" + level + "/" + place(from / TILE, width), tile.toByteArray());
        }
        return bytes;
    }

    /** Hashes of the complete tiles. */
    private List<byte[]> above(List<byte[]> hashes) {
        var above = new ArrayList<byte[]>();
        for (int from = 0; from + TILE <= hashes.size(); from += TILE) {
            above.add(root(hashes.subList(from, from + TILE)));
        }
        return above;
    }

    /** RFC 6962 section 2.1. */
    private byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int left = Integer.highestOneBit(hashes.size() - 1);
        return hash((byte) 1, root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
    }

    private byte[] hash(byte prefix, byte[]... parts) {
        sha256.update(prefix);
        for (var part : parts) {
            sha256.update(part);
        }
        return sha256.digest();
    }

    private static String place(int number, int width) {
        var text = new StringBuilder("%03d".formatted(number % 1000));
        for (int left = number / 1000; left > 0; left /= 1000) {
            text.insert(0, "x%03d/".formatted(left % 1000));
        }
        return width == TILE ? text.toString() : text + ".p/" + width;
    }

    private long put(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return content.length;
    }

    private void sign(int size, byte[] root) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        var key = join(new byte[] {1}, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        var id = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(join((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8), key)), 4);
        var text = "%s\n%d\n%s\n".formatted(ORIGIN, size, Base64.getEncoder().encodeToString(root));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        put("checkpoint", (text + "\n\u2014 " + ORIGIN + " " + Base64.getEncoder().encodeToString(join(id, signature.sign())) + "\n").getBytes(StandardCharsets.UTF_8));
        put("key", (ORIGIN + "+" + HexFormat.of().formatHex(id) + "+" + Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
