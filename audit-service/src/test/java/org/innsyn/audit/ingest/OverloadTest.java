package org.innsyn.audit.ingest;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.BlockedTable;
import org.innsyn.audit.house.Topics;
import org.innsyn.audit.ledger.store.WaitingRoom;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The database really stands still, and reporters go on. */
class OverloadTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();

    @Test
    void reporters_are_asked_to_come_back_and_nothing_of_what_was_taken_or_refused_is_lost() {
        var taken = IntStream.range(0, 4).mapToObj(i -> crowd(900)).toList();
        var refused = crowd(900);
        var overKafka = supportReads(newAccount());
        List<CompletableFuture<HttpResponse<String>>> answers;
        try (var blocked = new BlockedTable(house, "reported_event")) {
            answers = taken.stream().map(event -> supplyAsync(() -> house.reportRaw(batch(event)), Thread::startVirtualThread)).toList();
            await().atMost(Duration.ofSeconds(60)).until(() -> house.bean(WaitingRoom.class).entries() == 3 * 900 + 900);
            new Topics(house).send(AccessEvent.TOPIC, AuditHouse.SOURCE, JSON.writeValueAsBytes(overKafka));

            var response = house.reportRaw(batch(refused));
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(response.headers().firstValueAsLong("retry-after").orElse(0)).isBetween(1L, 30L);
            assertThat(response.body()).contains("urn:innsyn:problem:overloaded").contains("Nothing of this batch was recorded");
        }
        assertThat(answers).extracting(CompletableFuture::join).extracting(HttpResponse::statusCode).containsOnly(200);
        await("the reports fill the room, so what came over Kafka has to be through").atMost(Duration.ofSeconds(60)).until(() -> house.bean(WaitingRoom.class).entries() == 0);
        assertThat(house.report(taken.toArray(AccessEvent[]::new)).results()).extracting(EventResult::status).containsOnly(Status.DUPLICATE);
        assertThat(house.report(refused).results()).extracting(EventResult::status).containsExactly(Status.RECORDED);
        await().atMost(Duration.ofSeconds(60)).until(() -> house.database().queryForObject(
                "select count(*) from audit.reported_event where id_hash = ?", Long.class,
                (Object) house.bean(org.innsyn.audit.ledger.store.ReportHashes.class).id(AuditHouse.SOURCE, overKafka.id())) == 1);
    }

    @Test
    void a_batch_too_large_for_the_room_that_is_left_is_refused_before_it_is_read() {
        try (var place = house.bean(WaitingRoom.class).enter(0, 64 * 1024 * 1024)) {
            var response = house.reportRaw("not even JSON");
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("retry-after")).isPresent();
        }
        assertThat(house.reportRaw("not even JSON").statusCode()).isEqualTo(400);
    }

    private static String batch(AccessEvent event) {
        return JSON.writeValueAsString(List.of(event));
    }

    private static AccessEvent crowd(int people) {
        return supportReads(UUID.randomUUID().toString(), IntStream.range(0, people).mapToObj(i -> Person.of(Identifier.account("crowd-" + i))).toArray(Person[]::new));
    }
}
