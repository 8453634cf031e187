package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.hold.HoldCommands.Release;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.operator.AccountKeysApi;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another key for accounts changes nothing anybody sees: requests are joined, holds hold, repeated commands are recognised. */
@ExtendWith(ServiceExtension.class)
class AccountKeyRotationTest {

    private final RunningService service;
    private final Customer customer;
    private final String sub = UUID.randomUUID().toString();

    AccountKeyRotationTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @Test
    void a_request_is_still_joined_to_the_open_one_and_a_command_sent_again_is_still_recognised() {
        var key = "before-" + UUID.randomUUID();
        var first = submit(key);
        var hash = service.jdbc().queryForObject("select account_hash from request_register where request_id = ?", byte[].class, first);
        int before = keys().status().current();

        var status = keys().rotate();

        assertThat(status.current()).isEqualTo(before + 1);
        assertThat(status.retired()).as("it recognises the command").anySatisfy(retired -> assertThat(retired.number()).isEqualTo(before));
        assertThat(service.jdbc().queryForObject("select account_hash from request_register where request_id = ?", byte[].class, first)).isNotEqualTo(hash);
        assertThat(submit(key)).isEqualTo(first);
        assertThat(submit("after-" + UUID.randomUUID())).as("the same right of the same account").isEqualTo(first);

        service.jdbc().update("delete from idempotency_key where fingerprint_key = ?", before);
        assertThat(keys().rotate().retired()).extracting(retired -> retired.number()).doesNotContain(before);
        assertThat(submit("later-" + UUID.randomUUID())).isEqualTo(first);
    }

    @Test
    void what_is_on_hold_stays_on_hold_and_its_release_still_finds_it() {
        var hold = place("A claim was announced by letter.");
        var second = place("Another claim was announced.");
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.PARTLY_DONE);

        keys().rotate();

        release(hold);
        assertThat(Customer.item(customer.view(view.id()), "shop/cases").state()).as("the other one stands").isEqualTo(ItemState.ON_HOLD);
        release(second);
        assertThat(Customer.item(customer.until(view.id(), RequestState.DONE), "shop/cases").affected()).containsEntry("erased", 2L);
    }

    @Test
    void nothing_is_asked_twice_while_the_key_changes() throws Exception {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<UUID> asking = () -> submit(UUID.randomUUID().toString());
            Callable<UUID> rotating = () -> {
                keys().rotate();
                return null;
            };
            var answers = everybody.invokeAll(List.of(asking, rotating, asking, asking, rotating, asking, asking, rotating, asking));
            var requests = new HashSet<UUID>();
            for (var answer : answers) {
                if (answer.get() != null) {
                    requests.add(answer.get());
                }
            }
            assertThat(requests).hasSize(1);
        }
    }

    @Test
    void only_the_operator_may() {
        assertThat(RunningService.problem(catchThrowable(() -> service.staff("dpo", "dpo", AccountKeysApi.class).rotate()))).isEqualTo("not-allowed");
    }

    private UUID submit(String key) {
        var token = service.neighbours().token(sub, "subject", customer.account());
        return service.http(token).post().uri("/api/v1/requests").header("Idempotency-Key", key).body(new Submit(Right.ACCESS, null)).retrieve().body(RequestView.class).id();
    }

    private HoldView place(String reason) {
        return holds().place(new Place(null, null, "shop/cases", customer.account(), "legal-claims", "legal", LocalDate.now().plusMonths(6), reason));
    }

    private void release(HoldView hold) {
        holds().release(hold.id(), new Release(hold.version(), "The claim was settled."));
    }

    private HoldsApi holds() {
        return service.staff("controller", "controller", HoldsApi.class);
    }

    private AccountKeysApi keys() {
        return service.api(service.neighbours().machine("operator"), AccountKeysApi.class);
    }
}
