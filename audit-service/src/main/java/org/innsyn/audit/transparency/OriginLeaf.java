package org.innsyn.audit.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * The first leaf of a log that follows another one: text of ten lines, see {@code docs/proof-format.md}.
 *
 * @param generation of this log, from 2
 * @param predecessor origin of the log that ended
 * @param verifierKey the key that signed its last checkpoint
 * @param size of its last checkpoint that may have been published
 * @param root of that
 * @param kept how many of its leaves follow this one, as they were; those from there up to {@code size} are lost
 * @param reason why it ended
 */
public record OriginLeaf(int generation, String predecessor, String verifierKey, long size, byte[] root, long kept, Reason reason, Instant at) {

    /** Why a log ends. */
    public enum Reason {
        /** Its database was restored from a backup. */
        RESTORED("restored"),
        /** What it had signed is not known for certain any more, so more may be lost than is said. */
        JOURNAL_LOST("journal-lost");

        private final String word;

        Reason(String word) {
            this.word = word;
        }
    }

    static final String TYPE = "innsyn-origin/1";

    /** What stands in the log. */
    public byte[] bytes() {
        return (TYPE + "\n" + generation + "\n" + predecessor + "\n" + verifierKey + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n"
                + kept + "\n" + Math.max(0, size - kept) + "\n" + reason.word + "\n" + at + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
