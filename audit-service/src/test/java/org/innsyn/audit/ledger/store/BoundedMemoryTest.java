package org.innsyn.audit.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.audit.house.ServiceProcess;
import org.innsyn.audit.report.Reports;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.BulkPart;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.operator.Finding;
import org.innsyn.schemas.operator.Rebuilt;
import org.innsyn.schemas.report.ReportRequest;
import org.innsyn.schemas.report.ReportState;
import org.innsyn.schemas.report.ReportView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is large is taken in pieces: everything a hot ledger held at once would not fit into this heap. */
class BoundedMemoryTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PEOPLE = 50_000;
    private static final int PARTS = 50;
    private static final int ENTRIES = 15_000;
    private static final int BATCH = 1_000;
    private static final int REPORTED = 20_000;
    private static final String HOT = "hot";
    private static final String REPORTS = "/api/v1/reports";

    private static ServiceProcess service;

    @BeforeAll
    static void a_service_with_a_small_heap() {
        service = new ServiceProcess("bounded", "256m");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_hot_ledger_and_a_read_of_fifty_thousand_people_fit_into_a_small_heap() {
        report(service, PARTS, part -> List.of(event(data(IntStream.range(0, PEOPLE / PARTS).mapToObj(i -> "p-" + part + "-" + i).toArray(String[]::new),
                new BulkPart("everybody", part + 1, PARTS)))));
        assertThat(count(service, "ledger_head where kind = 'person' and number = 1")).isEqualTo(PEOPLE);
        assertThat(count(service, "bulk_read where complete")).isEqualTo(1);

        report(service, ENTRIES / BATCH, batch -> IntStream.range(0, BATCH).mapToObj(i -> event(data(new String[] {HOT}, null))).toList());
        var first = Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> mine(service, AccessLogQuery.all()), page -> page.total() >= ENTRIES && page.state().complete());
        assertThat(mine(service, AccessLogQuery.all().withPage(first.next(), 200)).entries()).hasSize(200).doesNotContainAnyElementsOf(first.entries());
        readBack(service);

        assertThat(JSON.readValue(ok(service.post("/api/v1/admin/accesslog/rebuild", operator(service), "application/json", new byte[0])), Rebuilt.class).documents())
                .as("rebuilt").isGreaterThanOrEqualTo(PEOPLE + ENTRIES);
        assertThat(Arrays.stream(JSON.readValue(ok(service.get("/api/v1/admin/doctor", operator(service))), Finding[].class)).filter(each -> each.wrong() > 0)).as("the doctor").isEmpty();
    }

    @Test
    void a_report_whose_maker_is_killed_in_the_middle_is_made_whole_and_once_after_the_next_start(@TempDir Path folder) throws Exception {
        var from = Instant.now();
        report(service, REPORTED / BATCH, batch -> IntStream.range(0, BATCH).mapToObj(i -> event(data(new String[] {"reported-" + i}, null))).toList());
        var token = service.tokens().staff("regulator");
        var asked = JSON.readValue(ok(service.post(REPORTS, token, "application/json",
                JSON.writeValueAsBytes(new ReportRequest(from, Instant.now(), ZoneId.of("Europe/Oslo"), "en", null)))), ReportView.class);

        killInTheMiddleOf(asked.id());
        service.start();

        var ready = Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> JSON.readValue(ok(service.get(REPORTS + "/" + asked.id(), token)), ReportView.class),
                view -> view.state() == ReportState.READY || view.state() == ReportState.FAILED);
        assertThat(ready.state()).as(ready.problem()).isEqualTo(ReportState.READY);
        assertThat(ready.entries()).isEqualTo(REPORTED);
        assertThat(count(service, "audit_report where attempts > 0")).as("a kill is nobody's failure").isZero();
        try (var files = Files.list(service.reports())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(asked.id().toString()))).as("nothing of the first attempt is left").hasSize(1);
        }
        var bundle = folder.resolve("bundle.zip");
        assertThat(service.download(REPORTS + "/" + asked.id() + "/download", token, bundle).statusCode()).isEqualTo(200);
        assertThat(Reports.check(bundle.toString())).as("every entry of the signed log is in it").isZero();
    }

    /** Its maker cannot write how far it is while the test holds the row, and so is where it was. */
    private static void killInTheMiddleOf(UUID report) throws Exception {
        try (var database = service.database().getDataSource().getConnection(); var look = database.createStatement()) {
            database.setAutoCommit(false);
            Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(2)).until(() -> {
                database.rollback();
                try (var row = look.executeQuery("select state, done > 0 and done < total from audit.audit_report where report_id = '" + report + "' for update")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isIn("waiting", "making");
                    return row.getBoolean(2);
                }
            });
            service.kill();
            database.rollback();
        }
    }

    /** Every entry by number, as a copy reads them, and proofs from both ends. */
    private static void readBack(ServiceProcess service) {
        var token = service.tokens().machine("ledger:read");
        var ledger = service.database().queryForObject("select ledger_id from audit.ledger_head where kind = 'person' order by number desc limit 1", UUID.class);
        long number = 0;
        while (number < ENTRIES) {
            for (var entry : JSON.readValue(ok(service.get("/api/v1/ledgers/%s/entries?after=%d&upTo=%d&size=%d".formatted(ledger, number, ENTRIES, BATCH), token)), AccessEntry[].class)) {
                assertThat(entry.number()).isEqualTo(++number);
            }
        }
        for (long after : new long[] {0, ENTRIES - BATCH}) {
            var proofs = Awaitility.await().atMost(Duration.ofMinutes(2)).until(
                    () -> service.get("/api/v1/ledgers/%s/proofs?after=%d&upTo=%d&size=%d".formatted(ledger, after, ENTRIES, BATCH), token), answer -> answer.statusCode() == 200);
            assertThat(JSON.readTree(proofs.body())).hasSize(BATCH);
        }
    }

    private static void report(ServiceProcess service, int batches, IntFunction<List<AccessEvent>> batch) {
        var token = service.tokens().reporter(AuditHouse.SOURCE);
        try (var clients = Executors.newFixedThreadPool(4)) {
            CompletableFuture.allOf(IntStream.range(0, batches).mapToObj(i -> CompletableFuture.runAsync(() -> {
                var body = JSON.writeValueAsBytes(batch.apply(i));
                var answer = Awaitility.await().atMost(Duration.ofMinutes(2)).until(
                        () -> service.post("/api/v1/access-events", token, "application/cloudevents-batch+json", body), each -> each.statusCode() != 429);
                assertThat(ok(answer)).doesNotContain("rejected");
            }, clients)).toArray(CompletableFuture[]::new)).join();
        }
    }

    private static AccessLogPage mine(ServiceProcess service, AccessLogQuery query) {
        return JSON.readValue(ok(service.post("/api/v1/access-log/mine", service.tokens().subject(HOT, "one-session"), "application/json", JSON.writeValueAsBytes(query))), AccessLogPage.class);
    }

    private static String ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String operator(ServiceProcess service) {
        return service.tokens().machine("operator");
    }

    private static long count(ServiceProcess service, String of) {
        return service.database().queryForObject("select count(*) from audit." + of, Long.class);
    }

    private static AccessEvent event(AccessData data) {
        return AccessEvent.of(AuditHouse.SOURCE, UUID.randomUUID().toString(), OffsetDateTime.parse("2026-03-02T14:05:00+01:00"), data);
    }

    private static AccessData data(String[] accounts, BulkPart bulk) {
        var data = Events.data("customers/contact", "support/tier-1", "support.case", "looked at to answer the case",
                Arrays.stream(accounts).map(account -> Person.of(Identifier.account(account))).toArray(Person[]::new));
        return new AccessData(data.subjects(), data.actor(), data.operation(), data.object(), data.categories(), data.purpose(), data.legalBasis(), data.justification(),
                data.caseReference(), null, data.fields(), data.recordReference(), data.clientAddress(), null, bulk);
    }
}
