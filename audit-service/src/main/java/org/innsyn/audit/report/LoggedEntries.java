package org.innsyn.audit.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.innsyn.audit.ledger.EntryCommitment;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.CommittedFields;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.ledger.store.Field;
import org.innsyn.audit.report.LoggedEntry.Closed;
import org.innsyn.audit.report.LoggedEntry.Open;
import org.innsyn.audit.report.LoggedEntry.Other;
import org.innsyn.audit.transparency.LogExtract;
import org.innsyn.platform.crypto.Commitment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goes through a run of the log's leaves and opens what can be opened, a page at a time. */
final class LoggedEntries {

    private static final int PAGE = 1_000;

    private final LogExtract log;
    private final EventStorageEngine events;
    private final JdbcTemplate jdbc;
    private final EntryDetails details;
    private final Actors actors;

    LoggedEntries(LogExtract log, EventStorageEngine events, JdbcTemplate jdbc, EntryDetails details, Actors actors) {
        this.log = log;
        this.events = events;
        this.jdbc = jdbc;
        this.details = details;
        this.actors = actors;
    }

    /** Gets one page after the other. */
    @FunctionalInterface
    interface Pages {
        void accept(List<LoggedEntry> page) throws java.io.IOException;
    }

    /**
     * @param first the first leaf
     * @param end after the last
     * @param recorded a time before which everything that stands before {@code first} was recorded
     * @throws NotAsLogged when an entry is not what the log holds of it
     */
    void read(long first, long end, Instant recorded, Pages pages) throws java.io.IOException {
        var stream = EntryStream.from(first, recorded, events, jdbc);
        for (long from = first; from < end; from += PAGE) {
            var leaves = log.leaves(from, (int) Math.min(PAGE, end - from));
            if (leaves.size() != Math.min(PAGE, end - from)) {
                throw new IllegalStateException("the log lacks leaves from " + from + " on");
            }
            pages.accept(page(leaves, stream));
        }
    }

    private List<LoggedEntry> page(List<LogExtract.Leaf> leaves, EntryStream stream) {
        var found = new HashMap<Long, AccessRecorded>();
        for (var leaf : leaves) {
            var placed = leaf.entry() == null ? null : stream.at(leaf.index());
            if (placed != null) {
                found.put(leaf.index(), placed.event());
            }
        }
        var opener = new Opener(found.values());
        return leaves.stream().map(leaf -> leaf.entry() == null ? new Other(leaf) : opener.open(leaf, found.get(leaf.index()))).toList();
    }

    /** What is needed to open a page of entries, fetched at once. */
    private final class Opener {

        private record Ledger(LedgerKind kind, long slot) {}

        private final Map<UUID, Map<String, byte[]>> opened;
        private final Map<UUID, String> names;
        private final Map<UUID, Ledger> ledgers = new HashMap<>();

        Opener(java.util.Collection<AccessRecorded> entries) {
            opened = details.open(entries.stream().map(AccessRecorded::entry).toList());
            names = actors.ids(entries.stream().map(AccessRecorded::actor).collect(Collectors.toSet()));
            Set<UUID> of = entries.stream().map(each -> each.ledger().value()).collect(Collectors.toSet());
            jdbc.query("select ledger_id, kind, slot from ledger_head where ledger_id = any (?)", row -> {
                ledgers.put(row.getObject(1, UUID.class), new Ledger(LedgerKind.valueOf(row.getString(2).toUpperCase(java.util.Locale.ROOT)), row.getLong(3)));
            }, (Object) of.toArray(UUID[]::new));
        }

        LoggedEntry open(LogExtract.Leaf leaf, @Nullable AccessRecorded event) {
            if (event == null || !opened.containsKey(event.entry()) || !names.containsKey(event.actor())) {
                return new Closed(leaf);
            }
            var vault = opened.get(event.entry());
            var ledger = ledgers.get(event.ledger().value());
            var values = new TreeMap<>(CommittedFields.of(event, vault, names.get(event.actor())));
            values.putAll(EntryCommitment.place(event.ledger(), ledger.slot(), event.number(), event.previous()));
            SortedMap<String, Commitment.Opened> fields = Commitment.opened(vault.get(Field.SECRET), values);
            if (!Arrays.equals(Commitment.leafDataOf(fields), leaf.data())) {
                throw new NotAsLogged();
            }
            byte[] recipient = vault.get(Field.RECIPIENT);
            return new Open(leaf, event, ledger.kind(), fields, recipient == null ? null : new String(recipient, StandardCharsets.UTF_8));
        }
    }

    /** An entry is not what the log holds of it. */
    static final class NotAsLogged extends RuntimeException {
        NotAsLogged() {
            super("An entry is not what the log holds of it. Nothing is reported before that is understood; ./innsyn doctor says more.");
        }
    }
}
