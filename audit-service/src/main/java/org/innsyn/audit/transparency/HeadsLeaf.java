package org.innsyn.audit.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * What the log holds of a tree of heads: text of five lines, which cannot be taken for an entry, whose leaf data has 32 bytes.
 *
 * @param epoch counted from 1 without gaps
 * @param size of how many leaves of the log the heads are; they come before this one
 * @param at everything that was answered {@code recorded} by then is among them
 * @param root of the tree
 */
record HeadsLeaf(long epoch, long size, Instant at, byte[] root) {

    static final String TYPE = "innsyn-heads/1";

    String text() {
        return TYPE + "\n" + epoch + "\n" + size + "\n" + at + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
