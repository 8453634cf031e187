package org.innsyn.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Topics;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.RejectedRecord;
import org.innsyn.schemas.access.Rejection.Code;
import org.innsyn.schemas.access.ReportResult.Status;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TopicReportingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();
    private final Topics topics = new Topics(house);

    @Test
    void a_report_over_kafka_means_the_same_as_over_http() {
        var account = newAccount();
        var event = supportReads(account);
        send(JSON.writeValueAsBytes(event));
        send(JSON.writeValueAsBytes(event));
        awaitOneEntry(account);
        assertThat(house.report(event).results().getFirst().status()).isEqualTo(Status.DUPLICATE);
    }

    @Test
    void what_cannot_be_recorded_is_told_by_place_and_reason_and_never_by_content() {
        var canary = "canary" + UUID.randomUUID();
        var account = newAccount();
        send(("no json " + canary).getBytes(StandardCharsets.UTF_8));
        send(JSON.writeValueAsString(supportReads(account)).replace(AccessEvent.TYPE, canary).getBytes(StandardCharsets.UTF_8));
        topics.send(AccessEvent.TOPIC, "urn:test:somebody-else", JSON.writeValueAsBytes(supportReads(newAccount())));
        send(JSON.writeValueAsBytes(supportReads(account)));

        awaitOneEntry(account);
        var rejections = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> topics.read(AccessEvent.REJECTED_TOPIC), told -> told.size() >= 3);
        var told = rejections.stream().map(each -> JSON.readValue(each.value(), RejectedRecord.class)).toList();
        assertThat(told).extracting(RejectedRecord::code).contains(Code.MALFORMED, Code.UNKNOWN_TYPE, Code.FOREIGN_SOURCE);
        assertThat(told).allMatch(each -> each.topic().equals(AccessEvent.TOPIC) && each.offset() >= 0);
        assertThat(rejections).noneMatch(each -> new String(each.value(), StandardCharsets.UTF_8).contains(canary));
    }

    @Test
    void the_offset_moves_with_the_record_in_postgresql() {
        var account = newAccount();
        send(JSON.writeValueAsBytes(supportReads(account)));
        awaitOneEntry(account);
        var recorded = house.database().queryForObject("select sum(next_offset) from audit.consumer_offset where topic = ?", Long.class, AccessEvent.TOPIC);
        assertThat(recorded).isEqualTo(topics.sent(AccessEvent.TOPIC));
    }

    private void send(byte[] value) {
        topics.send(AccessEvent.TOPIC, AuditHouse.SOURCE, value);
    }

    private void awaitOneEntry(String account) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() ->
                house.mine(account, AccessLogQuery.all().withSources(List.of(AuditHouse.SOURCE))).total() == 1);
    }
}
