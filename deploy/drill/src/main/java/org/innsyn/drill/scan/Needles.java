package org.innsyn.drill.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is searched for: strings as UTF-8, UTF-16 and (in each of three alignments) base64, and bytes as they are and in hexadecimal and
 * base64. All at once, each by its first eight bytes.
 */
public final class Needles {

    private static final int PREFIX = Long.BYTES;
    private static final int CHUNK = 1 << 20;

    /** A needle in one of its forms. */
    private record Form(String name, byte[] bytes) {}

    private final Map<Long, List<Form>> byPrefix = new HashMap<>();
    private int longest = PREFIX;

    /** @param text at least 12 characters, so that every form of it is long enough to be itself */
    public Needles with(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(name, text.getBytes(StandardCharsets.UTF_16LE));
        add(name, text.getBytes(StandardCharsets.UTF_16BE));
        return with(name, bytes);
    }

    public Needles with(String name, byte[] bytes) {
        add(name, bytes);
        add(name, java.util.HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        for (int shift = 0; shift < 3; shift++) {
            add(name, inBase64(bytes, shift));
        }
        return this;
    }

    /** What is the same in every base64 text that has the bytes {@code shift} bytes after a group's start. */
    private static byte[] inBase64(byte[] bytes, int shift) {
        var padded = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, padded, shift, bytes.length);
        var text = Base64.getEncoder().withoutPadding().encode(padded);
        int from = shift == 0 ? 0 : shift + 1;
        int to = padded.length / 3 * 4;
        return Arrays.copyOfRange(text, from, to);
    }

    private void add(String name, byte[] bytes) {
        if (bytes.length < PREFIX) {
            throw new IllegalArgumentException(name + " is too short to be searched for");
        }
        byPrefix.merge(prefix(bytes), List.of(new Form(name, bytes)), (one, other) -> {
            var both = new java.util.ArrayList<>(one);
            both.addAll(other);
            return both;
        });
        longest = Math.max(longest, bytes.length);
    }

    private static long prefix(byte[] bytes) {
        long prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix = prefix << 8 | bytes[i] & 0xff;
        }
        return prefix;
    }

    /** Searches everything the stream has, and counts what it finds into {@code found}. */
    public void search(InputStream in, Found found) throws IOException {
        var window = new byte[CHUNK + longest];
        int kept = 0;
        for (int read; (read = in.readNBytes(window, kept, window.length - kept)) > 0; ) {
            int filled = kept + read;
            boolean last = filled < window.length;
            // A needle that begins in the tail is found when the rest of it is there.
            int end = last ? filled : filled - longest + 1;
            search(window, filled, end, found);
            found.read(read);
            kept = last ? 0 : filled - end;
            System.arraycopy(window, end, window, 0, kept);
        }
    }

    public void search(byte[] bytes, Found found) {
        search(bytes, bytes.length, bytes.length, found);
        found.read(bytes.length);
    }

    private void search(byte[] window, int filled, int end, Found found) {
        long prefix = 0;
        for (int at = 0; at < filled; at++) {
            prefix = prefix << 8 | window[at] & 0xff;
            int from = at - PREFIX + 1;
            if (from >= 0 && from < end && byPrefix.containsKey(prefix)) {
                for (var form : byPrefix.get(prefix)) {
                    if (from + form.bytes.length <= filled && Arrays.equals(window, from, from + form.bytes.length, form.bytes, 0, form.bytes.length)) {
                        found.hit(form.name);
                    }
                }
            }
        }
    }
}
