package org.innsyn.audit.transparency;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.transparency.HeadsTables.Growth;
import org.innsyn.audit.transparency.HeadsTables.Head;
import org.innsyn.audit.transparency.HeadsTables.Mark;
import org.innsyn.audit.transparency.HeadsTables.Newest;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.vault.VaultKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a tree of all ledger heads once an epoch, when there is news or somebody needs it, and puts its root into the log. Reads and hashes outside any writing
 * transaction, so that nobody waits for it; two processes that make the same epoch's tree are told apart when the second one writes.
 */
final class HeadsEpochs {

    private static final Logger log = LoggerFactory.getLogger(HeadsEpochs.class);
    private static final int PAGE = 4_096;

    private final LogTables leaves;
    private final HeadsTables tables;
    private final VaultKeys keys;
    private final KeyedHash empties;
    private final TransactionTemplate transaction;
    private final Duration every;
    private final Clock clock;
    private Mark mark;

    HeadsEpochs(LogTables leaves, HeadsTables tables, VaultKeys keys, KeyedHash empties, TransactionTemplate transaction, Duration every, Clock clock) {
        this.leaves = leaves;
        this.tables = tables;
        this.keys = keys;
        this.empties = empties;
        this.transaction = transaction;
        this.every = every;
        this.clock = clock;
    }

    /** To be called again and again: does what is due, and tries again later what could not be done. */
    void run() {
        try {
            var before = tables.newest();
            if (mark != null && !mark.at().isAfter(before.at())) {
                // Another process was faster, with a later moment: a tree for an earlier one must not follow.
                mark = null;
            }
            if (mark == null && !before.at().plus(every).isAfter(clock.instant()) && (tables.hasEntriesFrom(before.size()) || tables.isWanted())) {
                mark = tables.mark(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
            }
            if (mark != null && tables.isPassed(mark)) {
                make(before, mark);
                mark = null;
            }
        } catch (RuntimeException e) {
            mark = null;
            log.warn("no tree of heads was made ({}); trying again", e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }

    private void make(Newest before, Mark at) {
        long size = leaves.size();
        var growth = tables.growth(before.size(), size);
        var tree = new HeadsTree(empties, before.epoch() + 1);
        var slots = slots(before, growth);
        var chunks = new TreeMap<Long, byte[]>();
        slots.forEach((chunk, hashes) -> chunks.put(chunk, tree.chunk(chunk, hashes)));
        var roots = new TreeMap<Long, byte[]>();
        chunks.forEach((chunk, hashes) -> roots.put(chunk, HeadsTree.chunkRoot(hashes)));
        var leaf = new HeadsLeaf(before.epoch() + 1, size, at.at(), tree.root(roots));
        transaction.executeWithoutResult(t -> {
            long index = leaves.lockSize();
            leaves.append(index, leaf.bytes());
            leaves.completeLevels(index, index + 1);
            tables.replace(before, leaf, index, chunks, roots);
        });
    }

    /** Slots' hashes by chunk; null where no ledger is. */
    private NavigableMap<Long, byte[][]> slots(Newest before, Map<UUID, Growth> growth) {
        var slots = new TreeMap<Long, byte[][]>();
        long from = 0;
        for (var page = tables.page(from, PAGE); !page.isEmpty(); page = tables.page(from, PAGE)) {
            hash(before, page, growth).forEach((slot, hash) ->
                    slots.computeIfAbsent(slot / HeadsTree.CHUNK, none -> new byte[HeadsTree.CHUNK][])[(int) (slot % HeadsTree.CHUNK)] = hash);
            from = page.getLast().slot() + 1;
        }
        return slots;
    }

    private Map<Long, byte[]> hash(Newest before, List<Head> page, Map<UUID, Growth> growth) {
        var grown = page.stream().map(head -> grown(head, growth.get(head.ledger().value()))).filter(head -> head.number() > 0).toList();
        // One whose key is gone is left out: it was shredded since its head was read.
        var own = keys.forOwnersLeft(grown.stream().map(head -> head.ledger().value()).collect(Collectors.toSet()), VaultKeys.LIFELONG);
        return grown.stream().filter(head -> own.containsKey(head.ledger().value())).collect(Collectors.toMap(Head::slot, head -> HeadsTree.slot(
                Blinding.of(own.get(head.ledger().value()), before.generation(), before.epoch() + 1), head.ledger(), head.slot(), head.number(), head.newest())));
    }

    private static Head grown(Head head, Growth growth) {
        return growth == null ? head : new Head(head.ledger(), head.slot(), head.number() + growth.entries(), growth.newest());
    }
}
