package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innsyn.schemas.request.DeskCommands.RecordByHand;
import org.innsyn.schemas.request.Liftings.Lift;
import org.innsyn.schemas.request.Liftings.LiftedByHand;
import org.innsyn.schemas.request.Liftings.LiftedItem;
import org.innsyn.schemas.request.Liftings.LiftingState;
import org.innsyn.schemas.request.Liftings.Told;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;

/** A restriction ends only after the person was told (GDPR Art. 18(3)), and what ended is read back. */
@ExtendWith(ServiceExtension.class)
class LiftingTest {

    private static final String CUSTOMERS = "shop/customers";
    private static final String REASON = "The invoice was checked and is right; we go on with it.";

    private static final String STATEMENT = "Freed in the case tool.";

    private final RunningService service;
    private final Customer customer;

    LiftingTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @Test
    void the_person_is_told_and_then_the_system_frees_what_was_restricted_and_people_the_rest() {
        var restricted = restricted();
        assertThat(mark()).isTrue();
        controller().lift(restricted.id(), new Lift(restricted.version(), REASON));

        await().atMost(Duration.ofSeconds(30)).until(() -> state(restricted, CUSTOMERS) == LiftingState.LIFTED);
        assertThat(mark()).isFalse();
        assertThat(service.post().to(customer.account(), restricted.reference())).filteredOn(letter -> letter.subject().contains("ends")).singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("Art. 18(3)", "Datatilsynet").doesNotContain("invoice"));
        var lifting = customer.api(LiftingsApi.class).lifting(restricted.id());
        assertThat(lifting.reason()).isEqualTo(REASON);
        assertThat(lifting.toldAt()).isNotNull().isBeforeOrEqualTo(item(restricted, CUSTOMERS).endedAt());

        handler().byHand(restricted.id(), new LiftedByHand("shop/cases", STATEMENT));
        assertThat(item(restricted, "shop/cases").statement()).isEqualTo(STATEMENT);
        refused("not-now", () -> handler().byHand(restricted.id(), new LiftedByHand("shop/cases", STATEMENT)));
        refused("not-now", () -> handler().byHand(restricted.id(), new LiftedByHand(CUSTOMERS, STATEMENT)));
        assertThat(customer.view(restricted.id()).history()).filteredOn(line -> line.event().equals("ItemUnrestricted")).extracting(RequestView.HistoryLine::note)
                .containsExactly("shop/customers: {lifted=1}", "shop/cases: {}");
        refused("not-found", () -> new Customer(service).api(LiftingsApi.class).lifting(restricted.id()));
    }

    @Test
    void nothing_is_lifted_before_the_person_was_told_and_who_has_no_address_is_told_in_another_way() {
        service.shop().jdbc().update("update customers set email = 'nowhere ' || id where account = ?", customer.account());
        var restricted = restricted();
        refused("stale", () -> controller().lift(restricted.id(), new Lift(restricted.version() - 1, REASON)));
        refused("not-found", () -> handler().lifting(restricted.id()));

        var announced = controller().lift(restricted.id(), new Lift(restricted.version(), REASON));
        assertThat(announced.items()).extracting(LiftedItem::item, LiftedItem::state)
                .containsExactly(tuple("shop/cases", LiftingState.BY_HAND), tuple(CUSTOMERS, LiftingState.WAITING));
        await().atMost(Duration.ofSeconds(20)).until(() -> service.jdbc().queryForObject(
                "select count(*) from notice where request_id = ? and kind = 'LIFTING' and state = 'failed'", Long.class, restricted.id()) == 1);
        assertThat(handler().lifting(restricted.id()).toldAt()).isNull();
        assertThat(mark()).isTrue();
        refused("not-now", () -> handler().byHand(restricted.id(), new LiftedByHand("shop/cases", STATEMENT)));
        refused("not-now", () -> controller().lift(restricted.id(), new Lift(customer.view(restricted.id()).version(), REASON)));
        refused("invalid", () -> handler().told(restricted.id(), new Told(announced.announcedAt().minusSeconds(60))));
        refused("invalid", () -> handler().told(restricted.id(), new Told(Instant.now().plusSeconds(3600))));

        handler().told(restricted.id(), new Told(Instant.now()));
        await().atMost(Duration.ofSeconds(30)).until(() -> state(restricted, CUSTOMERS) == LiftingState.LIFTED);
        assertThat(mark()).isFalse();

        var correction = customer.until(customer.submitted(Right.RECTIFICATION), RequestState.ASSESSED);
        refused("not-now", () -> controller().lift(correction.id(), new Lift(correction.version(), REASON)));
    }

    @Test
    void a_mark_that_two_restrictions_share_goes_with_the_last_of_them() {
        var first = customer.until(customer.approvedRestriction(CUSTOMERS), RequestState.DONE);
        var second = customer.until(customer.approvedRestriction(CUSTOMERS), RequestState.DONE);

        controller().lift(first.id(), new Lift(first.version(), REASON));
        await().atMost(Duration.ofSeconds(30)).until(() -> state(first, CUSTOMERS) == LiftingState.LIFTED);
        assertThat(mark()).as("the second stands").isTrue();
        assertThat(unrestricted(first)).containsExactly("shop/customers: {restricted-by-others=1}");

        controller().lift(second.id(), new Lift(second.version(), REASON));
        await().atMost(Duration.ofSeconds(30)).until(() -> state(second, CUSTOMERS) == LiftingState.LIFTED);
        assertThat(mark()).isFalse();
        assertThat(unrestricted(second)).containsExactly("shop/customers: {lifted=1}");
    }

    private List<String> unrestricted(RequestView view) {
        return customer.view(view.id()).history().stream().filter(line -> line.event().equals("ItemUnrestricted")).map(RequestView.HistoryLine::note).toList();
    }

    /** The customer's record by the shop's database, the cases by hand. */
    private RequestView restricted() {
        var id = customer.approvedRestriction(CUSTOMERS, "shop/cases");
        await().atMost(Duration.ofSeconds(30)).until(() -> Customer.item(customer.view(id), CUSTOMERS).readBackAt() != null);
        service.desk("handler", "case-handler").recordByHand(id, new RecordByHand(customer.view(id).version(), "shop/cases", Map.of("restricted", 2L), "Marked in the case tool."));
        return customer.until(id, RequestState.DONE);
    }

    private LiftedItem item(RequestView view, String item) {
        return handler().lifting(view.id()).items().stream().filter(each -> each.item().equals(item)).findFirst().orElseThrow();
    }

    private LiftingState state(RequestView view, String item) {
        return item(view, item).state();
    }

    private boolean mark() {
        return Boolean.TRUE.equals(service.shop().jdbc().queryForObject("select restricted from customers where account = ?", Boolean.class, customer.account()));
    }

    private LiftingsApi controller() {
        return service.staff("controller", "controller", LiftingsApi.class);
    }

    private LiftingsApi handler() {
        return service.staff("handler", "case-handler", LiftingsApi.class);
    }

    private static void refused(String problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo(problem));
    }
}
