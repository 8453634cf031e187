package org.innsyn.audit.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.innsyn.platform.crypto.Sha256;

/**
 * One line of a book: {@code <number> <content> <digest>}. The digest is SHA-256 over the digest of the line before and this line's
 * number and content, so a changed, removed or inserted line breaks the chain from there on.
 *
 * @param number from 1 without gaps over all segments
 * @param content JSON without line breaks
 * @param digest 32 bytes
 */
record Line(long number, String content, byte[] digest) {

    /** Before the first line. */
    static final byte[] NOTHING = new byte[32];

    static Line after(long number, byte[] digest, String content) {
        return new Line(number + 1, content, Sha256.of(digest, said(number + 1, content)));
    }

    private static byte[] said(long number, String content) {
        return (number + " " + content).getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return (number + " " + content + " " + HexFormat.of().formatHex(digest) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The line that follows, held against the chain.
     *
     * @throws JournalDamaged when it does not follow
     */
    static Line parse(String text, long number, byte[] digest, String where) {
        int first = text.indexOf(' ');
        int last = text.lastIndexOf(' ');
        if (first > 0 && first < last) {
            var line = after(number, digest, text.substring(first + 1, last));
            if (text.substring(0, first).equals(Long.toString(number + 1)) && text.substring(last + 1).equals(HexFormat.of().formatHex(line.digest))) {
                return line;
            }
        }
        throw new JournalDamaged(where + ": what should be line " + (number + 1) + " of the book was changed, or lines before it are missing");
    }

    boolean isSameAs(Line other) {
        return number == other.number && Arrays.equals(digest, other.digest);
    }
}
