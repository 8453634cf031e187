package org.innsyn.verifier.tiles;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.Hash;

/**
 * What a log that follows another one begins with ("A log that follows another one" in {@code docs/proof-format.md}).
 *
 * @param generation of this log, from 2
 * @param predecessor origin of the log that ended
 * @param key that signed its last checkpoint
 * @param size of that
 * @param root of that
 * @param kept how many of its leaves follow this one, as they were
 * @param lost how many of those it signed for are lost
 * @param reason why it ended: {@code restored} or {@code journal-lost}
 * @param at when, as the log says
 */
public record OriginLeaf(long generation, String predecessor, VerifierKey key, long size, Hash root, long kept, long lost, String reason, Instant at) {

    private static final String TYPE = "innsyn-origin/1";
    private static final byte[] BEGIN = (TYPE + "\n").getBytes(StandardCharsets.UTF_8);

    /** Whether a leaf of a log says that it is one of these. */
    static boolean isOne(byte[] leaf) {
        return leaf.length >= BEGIN.length && Arrays.equals(leaf, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    /**
     * @throws Malformed when it is not such a leaf, or contradicts itself
     */
    static OriginLeaf parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != 11 || !lines.getFirst().equals(TYPE) || !lines.getLast().isEmpty()) {
            throw new Malformed("the first leaf is not ten lines that begin with " + TYPE);
        }
        var leaf = new OriginLeaf(
                Decimal.parse("the log's generation", lines.get(1)),
                lines.get(2),
                VerifierKey.parse(lines.get(3)),
                Decimal.parse("the predecessor's size", lines.get(4)),
                new Hash(StrictBase64.decode("the predecessor's root", lines.get(5), Hash.LENGTH)),
                Decimal.parse("the number of leaves that were kept", lines.get(6)),
                Decimal.parse("the number of leaves that were lost", lines.get(7)),
                lines.get(8),
                instant(lines.get(9)));
        if (leaf.generation < 2 || leaf.lost != Math.max(0, leaf.size - leaf.kept) || !leaf.key.name().equals(leaf.predecessor)
                || !List.of("restored", "journal-lost").contains(leaf.reason)) {
            throw new Malformed("the first leaf contradicts itself");
        }
        return leaf;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new Malformed("the first leaf's time is not a time in UTC");
        }
    }
}
