package org.innsyn.verifier.tiles;

import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.tree.Hash;

/** An entry bundle: each entry after its length in two bytes. The access log's have 32 bytes, leaves of other kinds more. */
final class Bundle {

    private static final int PREFIX = 2;

    private final byte[] content;
    private final int[] begins;
    private final int[] lengths;

    private Bundle(byte[] content, int width) {
        this.content = content;
        this.begins = new int[width];
        this.lengths = new int[width];
    }

    /**
     * @param path where it was found
     * @throws Rejected when it does not hold {@code width} entries and nothing else
     */
    static Bundle parse(String path, byte[] content, int width) {
        var bundle = new Bundle(content, width);
        int at = 0;
        int entry = 0;
        while (at + PREFIX <= content.length && entry < width) {
            int length = (content[at] & 0xff) << 8 | content[at + 1] & 0xff;
            if (length < Hash.LENGTH || at + PREFIX + length > content.length) {
                break;
            }
            bundle.begins[entry] = at + PREFIX;
            bundle.lengths[entry++] = length;
            at += PREFIX + length;
        }
        if (entry != width || at != content.length) {
            throw new Rejected(path, "Entry %d of the bundle has no length that it can have, or the bundle does not end with its last entry.".formatted(entry));
        }
        return bundle;
    }

    byte[] content() {
        return content;
    }

    int begin(int entry) {
        return begins[entry];
    }

    int length(int entry) {
        return lengths[entry];
    }
}
