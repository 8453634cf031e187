package org.innsyn.drill.scan;

import java.util.Map;
import java.util.TreeMap;

/** What a search of one place came to. */
public final class Found {

    private final Map<String, Long> hits = new TreeMap<>();
    private long files;
    private long bytes;

    void hit(String name) {
        hits.merge(name, 1L, Long::sum);
    }

    void file() {
        files++;
    }

    void read(long count) {
        bytes += count;
    }

    /** How often each needle was found; those that were not are absent. */
    public Map<String, Long> hits() {
        return hits;
    }

    public long files() {
        return files;
    }

    /** How many bytes were searched, after decompression where there is any. */
    public long bytes() {
        return bytes;
    }
}
