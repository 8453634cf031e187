package org.innsyn.verifier.tiles;

/** How a log names its tiles and entry bundles (C2SP {@code tlog-tiles}). */
final class TilePath {

    /** Hashes in a full tile, entries in a full bundle. */
    static final int FULL = 256;

    private TilePath() {}

    static String tile(int level, long index, int width) {
        return path(String.valueOf(level), index, width);
    }

    static String entries(long index, int width) {
        return path("entries", index, width);
    }

    private static String path(String kind, long index, int width) {
        var path = digits(index);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path = "x" + digits(rest) + "/" + path;
        }
        return "tile/" + kind + "/" + path + (width == FULL ? "" : ".p/" + width);
    }

    /** The last three; there are thousands of paths to make, and a formatter takes its time. */
    private static String digits(long number) {
        return String.valueOf(1000 + number % 1000).substring(1);
    }
}
