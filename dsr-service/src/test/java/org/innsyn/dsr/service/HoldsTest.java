package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.hold.HoldCommands.Release;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While a hold stands it comes before every erasure; its release has only what waited carried out. */
@ExtendWith(ServiceExtension.class)
class HoldsTest {

    private static final LocalDate REVIEW = LocalDate.now().plusMonths(6);
    private static final String WHY = "A claim was announced by letter.";

    private final RunningService service;
    private final Customer customer;

    HoldsTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @AfterEach
    void nothing_stays_on_hold() {
        holds("dpo").holds(false, false).forEach(this::release);
    }

    @Test
    void what_is_on_hold_is_not_erased_and_its_release_erases_only_that() {
        var hold = place("shop/cases");
        var second = place("shop/cases");
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.PARTLY_DONE);

        var cases = Customer.item(view, "shop/cases");
        assertThat(cases.state()).isEqualTo(ItemState.ON_HOLD);
        assertThat(cases.hold().groundText()).contains("Art. 17(3)(e)");
        assertThat(cases.hold().reviewOn()).isEqualTo(REVIEW);
        assertThat(cases.hold().holds()).as("only for staff").isEmpty();
        assertThat(cases.affected()).isEmpty();
        assertThat(count("cases")).isEqualTo(2);
        assertThat(Customer.item(view, "shop/messages").affected()).containsEntry("erased", 2L);
        assertThat(service.as("dpo", "dpo").get(view.id()).items()).filteredOn(item -> item.key().equals("shop/cases"))
                .singleElement().satisfies(item -> assertThat(item.hold().holds()).containsExactlyInAnyOrder(hold.id(), second.id()));
        assertThat(holds("dpo").hold(hold.id()).onHold()).containsExactly(view.reference());
        assertThat(RunningService.problem(catchThrowable(() -> customer.rerun(view)))).isEqualTo("not-now");

        release(hold);
        assertThat(customer.view(view.id()).state()).as("the other one stands").isEqualTo(RequestState.PARTLY_DONE);
        assertThat(count("cases")).isEqualTo(2);

        release(second);
        var done = customer.until(view.id(), RequestState.DONE);
        assertThat(Customer.item(done, "shop/cases").affected()).containsEntry("erased", 2L);
        assertThat(Customer.item(done, "shop/messages").readBackAt()).isEqualTo(Customer.item(view, "shop/messages").readBackAt());
        assertThat(events(done)).containsSubsequence("ItemHeld", "RequestPartlyDone", "HeldResumed", "ItemCarriedOut", "RequestCompleted");
        assertThat(count("cases")).isZero();
    }

    @Test
    void a_hold_on_a_category_keeps_it_for_everybody_and_the_access_log_can_be_held_too() {
        customer.log(3);
        var support = holds("case-handler").place(new Place("shop", "subscription", null, null, "legal-obligation", "legal", REVIEW, WHY));
        var log = place("access-log");
        var view = customer.until(customer.approved(Right.ERASURE, "access-log"), RequestState.PARTLY_DONE);

        assertThat(view.items()).filteredOn(item -> item.state() == ItemState.ON_HOLD).extracting(item -> item.key())
                .containsExactlyInAnyOrder("shop/subscriptions", "access-log");
        assertThat(customer.asked(view.id())).as("nobody was asked to shred").isEmpty();

        release(support);
        release(log);
        customer.until(view.id(), RequestState.DONE);
        assertThat(customer.asked(view.id())).isNotEmpty();
    }

    @Test
    void the_list_says_which_are_to_be_looked_at_and_tells_about_nobody() {
        var hold = place("shop/cases");
        assertThat(holds("dpo").holds(true, false)).extracting(HoldView::id).doesNotContain(hold.id());
        service.jdbc().update("update legal_hold set review_on = current_date - 1 where hold_id = ?", hold.id());
        assertThat(holds("dpo").holds(true, false)).filteredOn(line -> line.id().equals(hold.id())).singleElement().satisfies(line -> {
            assertThat(line.reviewDue()).isTrue();
            assertThat(line.reason()).isNull();
        });
        assertThat(holds("dpo").hold(hold.id()).reason()).isEqualTo(WHY);
        release(hold);
        assertThat(holds("dpo").holds(false, false)).extracting(HoldView::id).doesNotContain(hold.id());
        assertThat(holds("dpo").holds(false, true)).extracting(HoldView::id).contains(hold.id());
        assertThat(service.jdbc().queryForList("select convert_from(payload, 'UTF8') from domain_event where aggregate_type = 'LegalHold'", String.class))
                .isNotEmpty().noneMatch(payload -> payload.contains(customer.account()) || payload.contains(WHY));
    }

    @Test
    void what_began_before_the_hold_is_said() {
        customer.log(3);
        service.audit().answerWith(_ -> null);
        var request = customer.approved(Right.ERASURE, "access-log");
        await().until(() -> !customer.asked(request).isEmpty());

        var hold = place("access-log");
        assertThat(hold.begun()).containsExactly(customer.view(request).reference());
        assertThat(hold.onHold()).isEmpty();
        service.audit().tell(AuditAnswers.done(customer.asked(request).getFirst()));
        customer.until(request, RequestState.DONE);
        release(hold);
    }

    private HoldView place(String item) {
        return holds("case-handler").place(new Place(null, null, item, customer.account(), "legal-claims", "legal", REVIEW, WHY));
    }

    private void release(HoldView hold) {
        holds("controller").release(hold.id(), new Release(hold.version(), "The claim was settled."));
    }

    private HoldsApi holds(String role) {
        return service.api(service.neighbours().token(role, role, null), HoldsApi.class);
    }

    private long count(String table) {
        return service.shop().jdbc().queryForObject(
                "select count(*) from " + table + " where customer_id = ?", Long.class, Math.abs(customer.account().hashCode()));
    }

    private static List<String> events(RequestView view) {
        return view.history().stream().map(line -> line.event()).toList();
    }
}
