package org.innsyn.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.audit.ledger.store.LedgerUnits;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.junit.jupiter.api.Test;

/** The traps of the event store, each with what keeps us out of it. */
class EventStoreTest {

    /** How long a transaction stays open once others have committed beside it; longer with {@code -Dinnsyn.held-open.seconds=150}. */
    private static final Duration HELD_OPEN = Duration.ofSeconds(Integer.getInteger("innsyn.held-open.seconds", 1));

    private final AuditHouse house = AuditHouse.shared();

    @Test
    void a_failing_unit_of_work_leaves_nothing_behind() {
        var ledger = new LedgerId(UUID.randomUUID());
        assertThat(house.bean(TransactionManager.class)).isNotInstanceOf(NoTransactionManager.class);
        assertThatThrownBy(() -> house.bean(LedgerUnits.class).run(unit -> {
            unit.open(ledger, LedgerKind.PERSON, Instant.now());
            house.database().update("insert into audit.ledger_unindexed (ledger_id, unindexed_at) values (?, now())", ledger.value());
            throw new IllegalStateException("after the ledger was opened");
        })).hasMessage("after the ledger was opened");
        assertThat(house.bean(LedgerHeads.class).find(ledger)).isEmpty();
        assertThat(house.database().queryForObject("select count(*) from audit.ledger_unindexed where ledger_id = ?", Long.class, ledger.value())).isZero();
        assertThat(house.database().queryForObject("select count(*) from audit.domain_event where aggregate_id = ?", Long.class, ledger.toString())).isZero();
    }

    @Test
    void events_are_stored_as_json_under_logical_names_and_never_as_large_objects() {
        house.report(supportReads(newAccount()));
        var types = house.database().queryForList("select distinct payload_type || ' ' || payload_revision from audit.domain_event", String.class);
        assertThat(types).allMatch(type -> type.matches("[a-z]+\\.[A-Z][A-Za-z]+ [1-9]")).contains("ledger.AccessRecorded 1");
        assertThat(house.database().queryForObject("select convert_from(payload, 'UTF8') from audit.domain_event limit 1", String.class)).startsWith("{");
        assertThat(house.database().queryForObject("select count(*) from pg_largeobject_metadata", Long.class)).isZero();
    }

    @Test
    void the_projections_place_is_stored_in_commit_order() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        var tokens = house.database().queryForList("select distinct token_type from audit.processor_token where processor_name = 'accesslog'", String.class);
        assertThat(tokens).containsExactly("org.innsyn.platform.eventstore.CommitOrderToken");
    }

    @Test
    void nothing_phones_home_or_writes_into_the_home_folder() {
        assertThat(house.home()).isEmptyDirectory();
        assertThat(Thread.getAllStackTraces().values()).noneMatch(stack ->
                java.util.Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("org.axonframework.updates")));
    }

    @Test
    void a_processor_that_starts_for_the_first_time_on_a_full_store_reads_it_from_the_beginning() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        var processor = house.bean(EventProcessingConfiguration.class).eventProcessor("accesslog", StreamingEventProcessor.class).orElseThrow();
        processor.shutDown();
        house.database().update("delete from audit.processor_token where processor_name = 'accesslog'");
        processor.start();
        var later = newAccount();
        house.report(supportReads(later));
        assertThat(house.completeLog(later).total()).isEqualTo(1);
        assertThat(house.completeLog(account).total()).as("written again on the same ids").isEqualTo(1);
        assertThat(processor.isError()).isFalse();
    }

    /** Stock tracking skips a transaction overtaken by more than 10,000 events; this one is overtaken by 50,000. */
    @Test
    void a_transaction_that_stays_open_while_thousands_commit_beside_it_is_skipped_by_nobody() throws Exception {
        var late = newAccount();
        house.report(supportReads(late));
        house.completeLog(late);
        var ledger = house.bean(Identities.class).ofAccount(late).orElseThrow();
        var like = house.database().queryForMap("select payload, meta_data from audit.domain_event where aggregate_id = ? and payload_type = 'ledger.AccessRecorded' order by sequence_number limit 1", ledger.toString());
        var entry = UUID.randomUUID();
        // Outside policy, so that oversight has something to say about it.
        var payload = new String((byte[]) like.get("payload"), StandardCharsets.UTF_8).replaceFirst("\"entry\":\"[^\"]*\"", "\"entry\":\"" + entry + "\"")
                .replaceFirst("\"ruling\":\"granted\"", "\"ruling\":\"no-grant\"");
        assertThat(payload).contains("no-grant");
        var database = house.testDatabase();
        try (var open = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            open.setAutoCommit(false);
            try (var insert = open.prepareStatement("""
                    insert into audit.domain_event (event_id, aggregate_id, sequence_number, aggregate_type, recorded_at, payload_type, payload_revision, payload, meta_data)
                    values (?, ?, 100000, 'AccessLedger', '2026-03-02T13:05:00.000Z', 'ledger.AccessRecorded', '1', ?, ?)""")) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, ledger.toString());
                insert.setBytes(3, payload.getBytes(StandardCharsets.UTF_8));
                insert.setBytes(4, (byte[]) like.get("meta_data"));
                insert.executeUpdate();
            }
            long before = events();
            report(50);
            assertThat(events() - before).as("committed beside it").isGreaterThanOrEqualTo(50_000);
            assertThat(seenBy(entry)).as("nobody may go past what is still open").containsValues(0L).doesNotContainValue(1L);
            Awaitility.await("nobody goes past it later either").pollInterval(Duration.ofSeconds(1)).during(HELD_OPEN).atMost(HELD_OPEN.plusMinutes(1))
                    .until(() -> seenBy(entry).containsValue(0L) && !seenBy(entry).containsValue(1L));
            open.commit();
        }
        Awaitility.await("the entry of the long transaction").atMost(Duration.ofMinutes(3)).untilAsserted(() -> assertThat(seenBy(entry)).doesNotContainValue(0L));
        Awaitility.await("found in the index").atMost(Duration.ofMinutes(1)).until(() ->
                house.mine(late, AccessLogQuery.all()).entries().stream().anyMatch(each -> each.id().equals(entry)));
        Awaitility.await("the crowd's too").atMost(Duration.ofMinutes(3)).untilAsserted(() -> assertThat(house.database().queryForObject("""
                select count(*) from audit.domain_event where payload_type = 'ledger.AccessRecorded' and not exists (
                       select 1 from audit.entry_leaf l where l.entry_id = (convert_from(payload, 'UTF8')::jsonb ->> 'entry')::uuid)""", Long.class)).isZero());
    }

    private long events() {
        return house.database().queryForObject("select count(*) from audit.domain_event", Long.class);
    }

    /** By three reporters at once: each a few people's logs, a thousand events a batch. */
    private void report(int batches) throws Exception {
        try (var reporters = Executors.newFixedThreadPool(3)) {
            var reported = new ArrayList<Future<?>>();
            for (int batch = 0; batch < batches; batch++) {
                reported.add(reporters.submit(() -> {
                    var crowd = newAccount();
                    house.report(IntStream.range(0, 1_000).mapToObj(i -> supportReads(crowd)).toArray(AccessEvent[]::new));
                }));
            }
            for (var each : reported) {
                each.get();
            }
        }
    }

    /** How often each of those that follow the store has met the entry. */
    private Map<String, Long> seenBy(UUID entry) {
        return Map.of(
                "the transparency log", house.database().queryForObject("select count(*) from audit.entry_leaf where entry_id = ?", Long.class, entry),
                "oversight", house.database().queryForObject("select count(*) from audit.finding_entry where entry_id = ?", Long.class, entry));
    }

    @Test
    void heads_say_of_a_ledger_what_its_events_say() {
        var account = newAccount();
        house.report(supportReads(account), supportReads(account));
        var ledger = house.bean(Identities.class).ofAccount(account).orElseThrow();
        var head = house.bean(LedgerHeads.class).find(ledger).orElseThrow();
        var replayed = house.bean(EventStore.class).readEvents(ledger.toString()).asStream().map(event -> (LedgerEvent) event.getPayload()).toList();
        var last = (AccessRecorded) replayed.getLast();
        assertThat(head.number()).isEqualTo(last.number()).isEqualTo(2);
        assertThat(head.link()).isEqualTo(last.leaf());
        assertThat(head.sequence()).isEqualTo(replayed.size() - 1);
        assertThat(last.previous()).isEqualTo(((AccessRecorded) replayed.get(1)).leaf());
    }

    @Test
    void the_projection_runs_and_has_not_met_an_error() {
        var processor = house.bean(EventProcessingConfiguration.class).eventProcessor("accesslog", StreamingEventProcessor.class).orElseThrow();
        assertThat(processor.isRunning()).isTrue();
        assertThat(processor.isError()).isFalse();
    }
}
