package org.innsyn.verifier.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One person's entries, linked, in a log among those of strangers. */
public final class WrittenLedger {

    /** Every such ledger has this one; a test has one ledger. */
    public static final long SLOT = 70_017;

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
            if (number == 1) {
                entry.with("slot", Bytes.int64(SLOT));
            }
            log.fill(log.entries().size() + random.nextInt(4), random);
            entries.add(entry);
            previous = entry.leafData();
            indexes.add(log.add(previous));
        }
    }

    /** The tree of heads that counts the first {@code number} entries, in the log as its first. */
    public String statement(int number, String at) {
        return statement(number, SLOT, 1, at);
    }

    /** The same in any slot and epoch. */
    public String statement(int number, long slot, long epoch, String at) {
        var heads = new WrittenHeads().with(slot, id, number, entries.get(number - 1).leafData());
        for (long neighbour : new long[] {0, slot ^ 1, slot + 255, 4_000_000_000L}) {
            heads.with(neighbour, Bytes.sha256(Bytes.int64(neighbour)), 3, Bytes.sha256(Bytes.int64(neighbour), id));
        }
        String leaf = heads.leaf(epoch, log.entries().size(), at);
        int index = log.add(Bytes.utf8(leaf));
        return heads.statement(slot, leaf, log.proof(index), log.key().verifierKey());
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
