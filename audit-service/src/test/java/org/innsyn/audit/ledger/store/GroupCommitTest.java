package org.innsyn.audit.ledger.store;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.BlockedTable;
import org.innsyn.audit.house.Events;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.Rejection.Code;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final Executor EACH = Thread::startVirtualThread;

    private final AuditHouse house = AuditHouse.shared();
    private final ReportHashes hashes = house.bean(ReportHashes.class);

    @Test
    void submissions_that_wait_at_the_same_time_share_units_of_work() {
        var accounts = IntStream.range(0, 40).mapToObj(i -> newAccount()).toList();
        List<CompletableFuture<EventResult>> reported;
        try (var blocked = new BlockedTable(house, "reported_event")) {
            reported = accounts.stream().map(this::reportBeside).toList();
            awaitWaiting(house.bean(WaitingRoom.class), 40);
        }
        assertThat(reported).extracting(CompletableFuture::join).extracting(EventResult::status).containsOnly(Status.RECORDED);
        var ledgers = accounts.stream().map(account -> ledger(account).toString()).toArray(String[]::new);
        var transactions = house.database().queryForObject(
                "select count(distinct transaction_id::text) from audit.domain_event where aggregate_id = any (?)", Long.class, (Object) ledgers);
        assertThat(transactions).as("one for what each writer took first, and one or two for all that waited").isLessThanOrEqualTo(4);
    }

    @Test
    void what_cannot_be_recorded_fails_none_of_those_who_share_the_unit() {
        var damaged = newAccount();
        house.report(supportReads(damaged), supportReads(damaged));
        // As if the head came from an older backup than the events: the place of its next event is taken.
        moveHead(ledger(damaged), -1);
        try {
            var mixed = house.report(supportReads(newAccount()), supportReads(damaged), supportReads(newAccount())).results();
            assertThat(mixed).extracting(EventResult::status).containsExactly(Status.RECORDED, Status.REJECTED, Status.RECORDED);
            assertThat(mixed.get(1).reason().code()).isEqualTo(Code.NOT_RECORDED);

            List<CompletableFuture<EventResult>> neighbours;
            CompletableFuture<EventResult> bad;
            try (var blocked = new BlockedTable(house, "reported_event")) {
                neighbours = IntStream.range(0, 10).mapToObj(i -> reportBeside(newAccount())).toList();
                bad = reportBeside(damaged);
                awaitWaiting(house.bean(WaitingRoom.class), 11);
            }
            assertThat(neighbours).extracting(CompletableFuture::join).extracting(EventResult::status).containsOnly(Status.RECORDED);
            assertThat(bad.join().reason().code()).isEqualTo(Code.NOT_RECORDED);
        } finally {
            moveHead(ledger(damaged), 1);
        }
        assertThat(house.report(supportReads(damaged)).results().getFirst().status()).as("once repaired").isEqualTo(Status.RECORDED);
    }

    @Test
    void what_was_accepted_before_the_end_is_recorded_and_what_comes_after_is_told_otherwise() {
        var room = new WaitingRoom(10_000, 1_000_000, Clock.systemUTC());
        var commits = new GroupCommit(house.bean(Recorder.class), room, 2);
        var accesses = IntStream.range(0, 30).mapToObj(i -> access()).toList();
        List<CompletableFuture<List<Outcome>>> submitted;
        CompletableFuture<Void> end;
        try (var blocked = new BlockedTable(house, "reported_event")) {
            submitted = accesses.stream().map(access -> supplyAsync(() -> commits.record(List.of(access)), EACH)).toList();
            awaitWaiting(room, 30);
            end = CompletableFuture.runAsync(commits::close, EACH);
            await().atMost(Duration.ofSeconds(60)).until(() -> !commits.isOpen());
            assertThat(supplyAsync(() -> commits.record(List.of(access())), EACH)).failsWithin(Duration.ofSeconds(60))
                    .withThrowableThat().withCauseInstanceOf(NotRecorded.class);
        }
        end.join();
        assertThat(submitted).extracting(CompletableFuture::join).allMatch(List.of(Outcome.RECORDED)::equals);
        accesses.forEach(access -> assertThat(reported(access)).isEqualTo(1));
        assertThat(room.entries()).isZero();
    }

    @Test
    void a_reporter_that_goes_away_changes_nothing() {
        var access = access();
        try (var blocked = new BlockedTable(house, "reported_event")) {
            var reporter = new CompletableFuture<Throwable>();
            var waits = Thread.startVirtualThread(() -> reporter.complete(catchThrowable(() -> house.bean(GroupCommit.class).record(List.of(access)))));
            awaitWaiting(house.bean(WaitingRoom.class), 1);
            waits.interrupt();
            assertThat(reporter.join()).isInstanceOf(NotRecorded.class);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> reported(access) == 1);
    }

    @Test
    void a_large_report_is_dealt_out_among_writers_and_answered_in_order() {
        var accesses = IntStream.range(0, 200).mapToObj(i -> access()).toList();
        var known = IntStream.range(0, 200).filter(i -> i % 7 == 0).mapToObj(accesses::get).toList();
        house.bean(GroupCommit.class).record(known);

        var outcomes = house.bean(GroupCommit.class).record(accesses);

        assertThat(outcomes).isEqualTo(IntStream.range(0, 200).mapToObj(i -> i % 7 == 0 ? Outcome.DUPLICATE : Outcome.RECORDED).toList());
        assertThat(house.database().queryForObject("select count(distinct xmin::text) from audit.reported_event where id_hash = any (?)", Long.class,
                (Object) IntStream.range(0, 200).filter(i -> i % 7 != 0).mapToObj(i -> accesses.get(i).print().with(hashes.seen()).id()).toArray(byte[][]::new))).as("two writers").isEqualTo(2);
        assertThat(house.bean(WaitingRoom.class).entries()).isZero();
    }

    @Test
    void a_large_report_that_names_one_report_twice_is_recorded_in_one_piece() {
        var accesses = new ArrayList<>(IntStream.range(0, 150).mapToObj(i -> access()).toList());
        var first = accesses.getFirst();
        var other = access();
        accesses.add(new ReportedAccess(first.print().saying(other.print()), other.occurredAt(), other.data(), List.of()));

        assertThat(Shares.of(accesses, 2)).isEmpty();
        assertThat(house.bean(GroupCommit.class).record(accesses)).endsWith(Outcome.CONFLICT).startsWith(Outcome.RECORDED);
    }

    private CompletableFuture<EventResult> reportBeside(String account) {
        return supplyAsync(() -> house.report(supportReads(account)).results().getFirst(), EACH);
    }

    private static void awaitWaiting(WaitingRoom room, int entries) {
        await().atMost(Duration.ofSeconds(60)).until(() -> room.entries() >= entries);
    }

    private LedgerId ledger(String account) {
        return house.bean(Identities.class).ofAccount(account).orElseThrow();
    }

    private void moveHead(LedgerId ledger, int by) {
        house.database().update("update audit.ledger_head set sequence = sequence + ?, number = number + ? where ledger_id = ?", by, by, ledger.value());
    }

    private long reported(ReportedAccess access) {
        return house.database().queryForObject("select count(*) from audit.reported_event where id_hash = ?", Long.class, (Object) access.print().with(hashes.seen()).id());
    }

    private ReportedAccess access() {
        var id = UUID.randomUUID().toString();
        var data = Events.data("customers/contact", "support", "support.case", "a case", Person.of(Identifier.account(newAccount())));
        return new ReportedAccess(hashes.of(AuditHouse.SOURCE, id, Instant.EPOCH, data), Instant.EPOCH, data, List.of());
    }
}
