package org.innsyn.verifier.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One person's entries, linked, in a log among those of strangers. */
public final class WrittenLedger {

    private final WrittenLog log;
    private final byte[] id = new byte[16];
    private final List<WrittenEntry> entries = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();

    public WrittenLedger(WrittenLog log, int size, Random random) {
        this.log = log;
        random.nextBytes(id);
        byte[] previous = new byte[32];
        for (int number = 1; number <= size; number++) {
            var entry = new WrittenEntry(random).inLedger(id, number, previous);
            log.fill(log.entries().size() + random.nextInt(4), random);
            entries.add(entry);
            previous = entry.leafData();
            indexes.add(log.add(previous));
        }
    }

    /** A proof a line. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            lines.add(WrittenProof.of(entries.get(i), log, indexes.get(i), Set.of("actor")).json());
        }
        return lines;
    }

    public static String file(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
