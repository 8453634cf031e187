package org.innsyn.verifier.heads;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.tree.Hash;

/**
 * What a log holds of a tree of heads ("Trees of heads" in {@code docs/proof-format.md}).
 *
 * @param text as it stands in the log
 * @param epoch counted from 1
 * @param size of how many entries of the log the heads are
 * @param at up to when, as the log says
 * @param root of the tree
 */
public record HeadsLeaf(String text, long epoch, long size, Instant at, Hash root) {

    private static final String TYPE = "innsyn-heads/1";
    private static final byte[] BEGIN = (TYPE + "\n").getBytes(StandardCharsets.UTF_8);

    /** Whether a leaf of a log says that it is one of these. */
    public static boolean isOne(byte[] leaf) {
        return leaf.length >= BEGIN.length && Arrays.equals(leaf, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    /**
     * @throws Malformed when it is not such a leaf, or one in another spelling
     */
    public static HeadsLeaf parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != 6 || !lines.getFirst().equals(TYPE) || !lines.getLast().isEmpty()) {
            throw new Malformed("the heads are not five lines that begin with " + TYPE);
        }
        return new HeadsLeaf(
                text,
                Decimal.parse("the heads' epoch", lines.get(1)),
                Decimal.parse("the heads' size", lines.get(2)),
                instant(lines.get(3)),
                new Hash(StrictBase64.decode("the heads' root", lines.get(4), Hash.LENGTH)));
    }

    private static Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.toString().equals(text)) {
                return at;
            }
        } catch (DateTimeException notATime) {
            // told below
        }
        throw new Malformed("the heads' time is not a time in UTC");
    }

    byte[] bytes() {
        return Utf8.encode(text);
    }
}
