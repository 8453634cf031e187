package org.innsyn.audit.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.innsyn.audit.continuity.Continuity;
import org.innsyn.audit.continuity.IncompleteRead;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.hashing.HashRotation;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.audit.identity.Identities;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.BulkPart;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.junit.jupiter.api.Test;

class ReportKeyRotationTest {

    private final AuditHouse house = AuditHouse.shared();
    private final HashKeys keys = house.bean("reportKeys", HashKeys.class);

    @Test
    void a_report_from_before_the_change_is_a_repetition_and_one_that_says_something_else_a_conflict() {
        var account = newAccount();
        var event = supportReads(UUID.randomUUID().toString(), Person.of(Identifier.account(account)));
        assertThat(statuses(event)).containsExactly(Status.RECORDED);
        rotate();
        rotate();
        var changed = Events.event(event.id(), Events.data("customers/contact", "support", "support.case", "another reason", Person.of(Identifier.account(account))));
        assertThat(statuses(event, changed, supportReads(account), event)).containsExactly(Status.DUPLICATE, Status.REJECTED, Status.RECORDED, Status.DUPLICATE);
        assertThat(entries(account)).isEqualTo(2);
    }

    @Test
    void two_reporters_and_a_change_record_each_report_once() {
        var account = newAccount();
        var reporting = new AtomicBoolean(true);
        var events = new ArrayList<AccessEvent>();
        IntStream.range(0, 3_000).forEach(i -> events.add(supportReads(account)));
        // Both report the same events at about the same time: whichever comes second has to be recognised, whichever keys either has seen.
        var reporters = IntStream.range(0, 2).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            int sent = 0;
            while (reporting.get() && sent < events.size()) {
                house.report(events.subList(sent, sent + 3).toArray(AccessEvent[]::new));
                sent += 3;
            }
            return sent;
        })).toList();
        IntStream.range(0, 4).forEach(i -> rotate());
        reporting.set(false);
        int reported = reporters.stream().mapToInt(CompletableFuture::join).max().orElseThrow();
        assertThat(entries(account)).isEqualTo(reported);
    }

    @Test
    void a_read_whose_parts_come_before_and_after_the_change_is_one_read_under_the_name_it_had() {
        var source = AuditHouse.SOURCE;
        var read = "export-" + UUID.randomUUID();
        statuses(part(read, 1));
        var begun = incomplete(source);
        rotate();
        statuses(part(read, 2));
        assertThat(incomplete(source)).extracting(IncompleteRead::read).containsExactlyInAnyOrderElementsOf(begun.stream().map(IncompleteRead::read).toList());
        statuses(part(read, 3));
        assertThat(incomplete(source)).hasSize(begun.size() - 1);
    }

    @Test
    void an_old_key_ends_when_what_it_recognises_is_remembered_no_longer() {
        statuses(supportReads(newAccount()));
        int old = keys.now().current();
        rotate();
        assertThat(house.bean(KeyFolder.class).has("report-ids-%06d".formatted(old))).as("still tried").isTrue();

        // As retention does, years later.
        house.database().update("delete from audit.reported_event where key_number <= ?", old);
        house.database().update("delete from audit.bulk_read where key_number <= ?", old);
        house.bean("reportRotation", HashRotation.class).finish();

        assertThat(List.of("report-ids", "report-contents", "bulk-reads")).noneMatch(name -> house.bean(KeyFolder.class).has("%s-%06d".formatted(name, old)));
        Awaitility.await("the next report is made with what is left").untilAsserted(() -> assertThat(statuses(supportReads(newAccount()))).containsExactly(Status.RECORDED));
    }

    private void rotate() {
        var answer = house.post("/api/v1/admin/hash-keys/rotate-repeats", house.tokens().machine("operator"), "application/json", new byte[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<Status> statuses(AccessEvent... events) {
        return house.report(events).results().stream().map(EventResult::status).toList();
    }

    private static AccessEvent part(String read, int part) {
        var data = Events.data("customers/contact", "support", "support.case", "an export", Person.of(Identifier.account(newAccount())));
        return Events.event(UUID.randomUUID().toString(), new AccessData(data.subjects(), data.actor(), data.operation(), data.object(), data.categories(), data.purpose(),
                data.legalBasis(), data.justification(), data.caseReference(), data.recipient(), data.fields(), data.recordReference(), data.clientAddress(), null, new BulkPart(read, part, 3)));
    }

    private List<IncompleteRead> incomplete(String source) {
        return house.bean(Continuity.class).incompleteReadsBegunBefore(Instant.now().plusSeconds(60), 10_000).stream().filter(read -> read.source().equals(source)).toList();
    }

    private long entries(String account) {
        return house.database().queryForObject("select number from audit.ledger_head where ledger_id = ?", Long.class, house.bean(Identities.class).ofAccount(account).orElseThrow().value());
    }
}
