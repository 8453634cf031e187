package org.innsyn.verifier.tiles;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.tree.Hash;

/** Reads tiles and bundles. A partial one that is gone is looked for in the full one that replaced it. */
final class TileReader {

    private final LogSource source;

    TileReader(LogSource source) {
        this.source = source;
    }

    /** The hashes of a tile, one after the other. */
    byte[] tile(int level, long index, int width) {
        return read(TilePath.tile(level, index, width), TilePath.tile(level, index, TilePath.FULL), width, Hash.LENGTH);
    }

    /** The entries of a bundle. */
    Bundle entries(long index, int width) {
        String path = TilePath.entries(index, width);
        Optional<byte[]> exact = ask(path);
        if (exact.isPresent()) {
            return Bundle.parse(path, exact.get(), width);
        }
        String full = TilePath.entries(index, TilePath.FULL);
        return Bundle.parse(full, ask(full).orElseThrow(() -> missing(path)), TilePath.FULL);
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
