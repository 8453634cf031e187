package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.request.CopiesApi;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Receipt;
import org.innsyn.schemas.request.ReceiptsApi;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was decided to be erased is erased and read back, however often something fails in between. */
@ExtendWith(ServiceExtension.class)
class ErasureTest {

    private final RunningService service;
    private final Customer customer;

    ErasureTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @AfterEach
    void repair() {
        service.shop().jdbc().execute("drop trigger if exists refuse on messages; drop trigger if exists doze on cases");
    }

    @Test
    void an_erasure_is_read_back_system_by_system_and_the_log_is_kept_under_restriction() {
        var ledger = customer.log(5);
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.DONE);

        assertThat(Customer.item(view, "shop/messages").affected()).containsEntry("erased", 2L);
        assertThat(Customer.item(view, "shop/invoices").affected()).containsEntry("kept", 1L);
        assertThat(Customer.item(view, "shop/invoices").groundText()).contains("bokføringsloven");
        assertThat(Customer.item(view, "shop/customers").affected()).containsEntry("masked", 1L);
        assertThat(view.items()).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(ItemState.DONE);
            assertThat(item.readBackAt()).isNotNull();
        });
        assertThat(customer.asked(view.id())).isNotEmpty().allSatisfy(task -> {
            assertThat(task.action()).isEqualTo(Task.Action.RESTRICT);
            assertThat(task.ledger()).isEqualTo(ledger);
        });
    }

    @Test
    void shredding_is_asked_again_until_it_is_answered_always_under_the_same_id() {
        customer.log(5);
        service.audit().answerWith(_ -> null);
        var request = customer.approved(Right.ERASURE, "access-log");

        await().atMost(Duration.ofSeconds(20)).until(() -> customer.asked(request).size() >= 3);
        var asked = customer.asked(request);
        assertThat(asked).extracting(Task::taskId).containsOnly(asked.getFirst().taskId());
        assertThat(asked.getFirst().action()).isEqualTo(Task.Action.SHRED);

        service.audit().tell(AuditAnswers.done(asked.getFirst()));
        service.audit().tell(AuditAnswers.done(asked.getFirst()));
        assertThat(Customer.item(customer.until(request, RequestState.DONE), "access-log").affected()).containsEntry("entries", 3L);
    }

    @Test
    void a_receipt_says_since_when_nobody_can_read_and_later_since_when_no_backup_brings_it_back() {
        customer.log(5);
        var unreadable = Instant.parse("2026-03-01T10:00:00Z");
        service.audit().answerWith(task -> AuditAnswers.shredded(task, unreadable));
        var request = customer.approved(Right.ERASURE, "access-log");
        var first = Customer.item(customer.until(request, RequestState.DONE), "access-log");
        assertThat(first.unreadableSince()).isEqualTo(unreadable);
        assertThat(first.beyondRecoverySince()).isNull();

        var since = unreadable.plusSeconds(3_600);
        var told = AuditAnswers.shredded(customer.asked(request).getFirst(), unreadable).withBeyondRecoverySince(since);
        service.audit().tell(told);
        service.audit().tell(told);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var item = Customer.item(customer.view(request), "access-log");
            assertThat(item.unreadableSince()).isEqualTo(unreadable);
            assertThat(item.beyondRecoverySince()).isEqualTo(since);
        });
        assertThat(customer.view(request).history()).filteredOn(line -> line.event().equals("ItemBeyondRecovery")).hasSize(1);
        assertThat(Customer.item(customer.view(request), "shop/messages").unreadableSince()).isNull();

        var receipt = customer.api(ReceiptsApi.class).receipt(request);
        assertThat(receipt).startsWith(Receipt.FORMAT + "\n{").contains("\"unreadableSince\":\"" + unreadable, "\"beyondRecoverySince\":\"" + since, "\"item\":\"shop/messages\"")
                .doesNotContain(customer.account());
        var key = service.anonymous(CopiesApi.class).keys().lines().findFirst().orElseThrow();
        assertThat(receipt).contains("\n\n\u2014 " + key.substring(0, key.indexOf('+')) + " ");
        assertThat(RunningService.problem(catchThrowable(() -> new Customer(service).api(ReceiptsApi.class).receipt(request)))).isEqualTo("not-found");
        assertThat(RunningService.problem(catchThrowable(() -> customer.api(ReceiptsApi.class).receipt(customer.submitted(Right.ACCESS))))).isEqualTo("not-now");
    }

    @Test
    void what_the_audit_service_could_not_do_is_said_and_run_again_alone() {
        customer.log(5);
        service.audit().answerWith(AuditAnswers::failed);
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.PARTLY_DONE);

        assertThat(Customer.item(view, "access-log").problem()).isEqualTo("A finding is open.");
        assertThat(Customer.item(view, "shop/messages").state()).isEqualTo(ItemState.DONE);

        service.audit().answerWith(AuditAnswers::done);
        customer.rerun(view);
        var done = customer.until(view.id(), RequestState.DONE);
        assertThat(Customer.item(done, "shop/messages").readBackAt()).isEqualTo(Customer.item(view, "shop/messages").readBackAt());
        assertThat(customer.asked(done.id()).stream().map(Task::taskId).distinct()).hasSize(2);
    }

    @Test
    void a_database_that_refuses_leaves_the_request_partly_done_and_its_data_whole() {
        customer.log(5);
        service.shop().jdbc().execute("""
                create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
                create trigger refuse before delete on messages for each row execute function refuse()""");
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.PARTLY_DONE);

        assertThat(Customer.item(view, "access-log").state()).isEqualTo(ItemState.DONE);
        assertThat(Customer.item(view, "shop/cases").problem()).contains("SQLSTATE P0001").contains("Nothing was changed");
        assertThat(service.shop().jdbc().queryForObject("select name from customers where account = ?", String.class, customer.account())).startsWith("Name");

        service.shop().jdbc().execute("drop trigger refuse on messages");
        customer.rerun(view);
        assertThat(Customer.item(customer.until(view.id(), RequestState.DONE), "shop/cases").affected()).containsEntry("erased", 2L);
    }

    @Test
    void killed_in_the_middle_of_an_erasure_it_finishes_after_the_next_start() throws Exception {
        customer.log(5);
        service.shop().jdbc().execute("""
                create or replace function doze() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return old; end $$;
                create trigger doze before delete on cases for each row execute function doze()""");
        service.stop();
        UUID request;
        try (var process = service.startInItsOwnProcess()) {
            request = customer.approved(Right.ERASURE);
            await().atMost(Duration.ofSeconds(20)).until(this::isErasing);
            process.kill();
        }
        service.shop().jdbc().execute("drop trigger doze on cases");
        service.start();

        var view = customer.until(request, RequestState.DONE);
        assertThat(Customer.item(view, "shop/cases").affected()).containsExactly(Map.entry("erased", 2L));
        assertThat(Customer.item(view, "shop/customers").affected()).containsEntry("masked", 1L);
    }

    private boolean isErasing() {
        return service.shop().jdbc().queryForObject(
                "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and query like 'delete%'", Long.class) > 0;
    }
}
