package org.innsyn.verifier.tiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.tree.Hash;

/** Reads tiles and bundles. A partial one that is gone is looked for in the full one that replaced it. */
final class TileReader {

    private static final int PREFIX = 2;

    private final LogSource source;

    TileReader(LogSource source) {
        this.source = source;
    }

    /** The hashes of a tile, one after the other. */
    byte[] tile(int level, long index, int width) {
        return read(TilePath.tile(level, index, width), TilePath.tile(level, index, TilePath.FULL), width, Hash.LENGTH);
    }

    /** The leaf data of the entries of a bundle. */
    List<byte[]> entries(long index, int width) {
        String path = TilePath.entries(index, width);
        Optional<byte[]> exact = ask(path);
        if (exact.isPresent()) {
            return split(path, exact.get(), width);
        }
        String full = TilePath.entries(index, TilePath.FULL);
        return ask(full).map(grown -> split(full, grown, TilePath.FULL).subList(0, width)).orElseThrow(() -> missing(path));
    }

    /** Each entry after its length; the access log's have 32 bytes, leaves of other kinds more. */
    private static List<byte[]> split(String path, byte[] bundle, int width) {
        var entries = new ArrayList<byte[]>(width);
        int at = 0;
        while (at + PREFIX <= bundle.length && entries.size() < width) {
            int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            if (length < Hash.LENGTH || at + PREFIX + length > bundle.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bundle, at + PREFIX, at + PREFIX + length));
            at += PREFIX + length;
        }
        if (entries.size() != width || at != bundle.length) {
            throw new Rejected(path, "Entry %d of the bundle has no length that it can have, or the bundle does not end with its last entry.".formatted(entries.size()));
        }
        return entries;
    }

    private byte[] read(String path, String full, int width, int each) {
        Optional<byte[]> exact = ask(path);
        if (exact.isPresent()) {
            return ofLength(width * each, exact.get(), path);
        }
        return ask(full)
                .map(grown -> Arrays.copyOf(ofLength(TilePath.FULL * each, grown, full), width * each))
                .orElseThrow(() -> missing(path));
    }

    private static Rejected missing(String path) {
        return new Rejected(path, "The log signed for this file and does not have it.");
    }

    private static byte[] ofLength(int length, byte[] content, String path) {
        if (content.length != length) {
            throw new Rejected(path, "The file has %d bytes instead of %d.".formatted(content.length, length));
        }
        return content;
    }

    private Optional<byte[]> ask(String path) {
        try {
            return source.read(path);
        } catch (IOException failed) {
            throw new Unusable("The log could not be read to its end: " + failed.getMessage() + ". Nothing is known about it; try again.");
        }
    }
}
