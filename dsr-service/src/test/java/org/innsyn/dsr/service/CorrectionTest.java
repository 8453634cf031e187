package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.CorrectionCommands.Correct;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionLine;
import org.innsyn.schemas.request.CorrectionCommands.Drop;
import org.innsyn.schemas.request.CorrectionsApi;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;

/** What a person says is right is decided by two people, put right where the system is, and read back (GDPR Art. 16). */
@ExtendWith(ServiceExtension.class)
class CorrectionTest {

    private static final String CUSTOMERS = "shop/customers";

    private final RunningService service;
    private final Customer customer;
    private final CorrectionsApi handler;

    CorrectionTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        this.handler = service.staff("handler", "case-handler", CorrectionsApi.class);
        service.audit().answerWith(AuditAnswers::done);
    }

    @Test
    void what_was_approved_field_by_field_is_corrected_and_read_back_and_no_value_stands_outside_the_vault() {
        var prepared = customer.preparedCorrection(CUSTOMERS, "name", "Ånn Secret-Value");
        approve(prepared);
        var view = customer.until(prepared.id(), RequestState.DONE);

        assertThat(row("name")).isEqualTo("Ånn Secret-Value");
        var item = Customer.item(view, CUSTOMERS);
        assertThat(item.affected()).containsExactly(Map.entry("corrected", 1L));
        assertThat(item.readBackAt()).isNotNull();
        assertThat(item.byHand()).isFalse();
        assertThat(customer.api(CorrectionsApi.class).corrections(view.id()).corrections()).singleElement().satisfies(line -> {
            assertThat(line.field()).isEqualTo("name");
            assertThat(line.value()).isEqualTo("Ånn Secret-Value");
            assertThat(line.before()).startsWith("Name ");
            assertThat(line.doneAt()).isNotNull();
        });
        assertThat(service.jdbc().queryForList("select c::text from correction c where request_id = ?", String.class, view.id()).toString()).doesNotContain("Secret");
        assertThat(service.jdbc().queryForList("select convert_from(payload, 'UTF8') from domain_event where aggregate_id = ?", String.class, view.id().toString()).toString())
                .contains("corrected").doesNotContain("Secret");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Reported.about(customer, service)).anySatisfy(event -> {
            assertThat(event.data().actor().kind()).isEqualTo(ActorKind.SYSTEM);
            assertThat(event.data().operation()).isEqualTo(Operation.UPDATE);
        }));
    }

    @Test
    void the_person_says_it_themselves_until_it_is_prepared_and_nobody_elses_request_is_found() {
        var assessed = customer.until(customer.submitted(Right.RECTIFICATION), RequestState.ASSESSED);
        var person = customer.api(CorrectionsApi.class);
        assertThat(person.corrections(assessed.id()).possible()).filteredOn(each -> each.item().equals(CUSTOMERS)).singleElement()
                .satisfies(each -> assertThat(each.fields()).containsExactly("name", "email", "phone"));

        person.correct(assessed.id(), new Correct(assessed.version(), CUSTOMERS, "phone", "+47 3"));
        var list = person.correct(assessed.id(), new Correct(assessed.version(), CUSTOMERS, "phone", "+47 4")).corrections();
        assertThat(list).extracting(CorrectionLine::value).containsExactly("+47 4");
        assertThat(person.drop(assessed.id(), new Drop(assessed.version(), list.getFirst().id())).corrections()).isEmpty();

        refused("invalid", () -> person.correct(assessed.id(), new Correct(assessed.version(), CUSTOMERS, "account", "somebody")));
        refused("invalid", () -> person.correct(assessed.id(), new Correct(assessed.version(), CUSTOMERS, "phone", " ")));
        refused("not-found", () -> person.drop(assessed.id(), new Drop(assessed.version(), list.getFirst().id())));
        refused("not-found", () -> new Customer(service).api(CorrectionsApi.class).corrections(assessed.id()));
        var access = customer.until(customer.submitted(Right.ACCESS), RequestState.ASSESSED);
        refused("not-now", () -> person.correct(access.id(), new Correct(access.version(), CUSTOMERS, "phone", "1")));
    }

    @Test
    void who_changes_it_after_it_was_prepared_has_prepared_it_anew_and_nobody_changes_it_once_it_is_decided() {
        var prepared = customer.preparedCorrection(CUSTOMERS, "phone", "+47 5");
        refused("not-now", () -> customer.api(CorrectionsApi.class).correct(prepared.id(), new Correct(prepared.version(), CUSTOMERS, "phone", "0")));
        service.staff("second", "case-handler", CorrectionsApi.class).correct(prepared.id(), new Correct(prepared.version(), CUSTOMERS, "phone", "+47 6"));

        refused("stale", () -> approve(prepared));
        var anew = customer.view(prepared.id());
        assertThat(anew.version()).isEqualTo(prepared.version() + 1);
        refused("same-person", () -> service.as("second", "controller").approve(anew.id(), new Approve(anew.version())));
        approve(anew);
        var done = customer.until(anew.id(), RequestState.DONE);
        assertThat(row("phone")).isEqualTo("+47 6");
        refused("not-now", () -> handler.correct(done.id(), new Correct(done.version(), CUSTOMERS, "phone", "0")));
    }

    @Test
    void what_is_written_down_is_what_is_proposed_also_after_it_was_prepared() {
        var assessed = customer.until(customer.submitted(Right.RECTIFICATION), RequestState.ASSESSED);
        assertThat(assessed.items()).extracting(RequestItem::proposal).containsOnly(Outcome.NOT_CONCERNED);
        customer.api(CorrectionsApi.class).correct(assessed.id(), new Correct(assessed.version(), CUSTOMERS, "phone", "+47 7"));
        var written = customer.view(assessed.id());
        assertThat(written.items()).filteredOn(item -> item.proposal() == Outcome.CORRECT).extracting(RequestItem::key).containsExactly(CUSTOMERS);

        var proposals = written.items().stream().map(item -> new Proposal(item.key(), item.proposal(), item.ground())).toList();
        var prepared = service.as("handler", "case-handler").prepare(written.id(), new Prepare(written.version(), proposals, null));
        handler.correct(prepared.id(), new Correct(prepared.version(), "shop/cases", "topic", "other"));
        assertThat(customer.view(prepared.id()).items()).filteredOn(item -> item.proposal() == Outcome.CORRECT).extracting(RequestItem::key)
                .containsExactlyInAnyOrder(CUSTOMERS, "shop/cases");
    }

    @Test
    void one_of_several_records_is_named_by_the_key_its_copy_shows_and_corrected_alone() {
        var assessed = customer.until(customer.submitted(Right.RECTIFICATION), RequestState.ASSESSED);
        assertThat(handler.corrections(assessed.id()).possible()).filteredOn(each -> each.item().equals("shop/cases")).singleElement()
                .satisfies(each -> assertThat(each.key()).isEqualTo("id"));
        var keys = service.shop().jdbc().queryForList("select t.id::text from cases t join customers c on c.id = t.customer_id where c.account = ? order by t.id", String.class, customer.account());
        refused("invalid", () -> handler.correct(assessed.id(), new Correct(assessed.version(), "shop/cases", "topic", "other", " ")));
        handler.correct(assessed.id(), new Correct(assessed.version(), "shop/cases", "topic", "first", keys.get(0)));
        handler.correct(assessed.id(), new Correct(assessed.version(), "shop/cases", "topic", "not this", keys.get(1)));
        var list = handler.correct(assessed.id(), new Correct(assessed.version(), "shop/cases", "topic", "second", keys.get(1))).corrections();
        assertThat(list).extracting(CorrectionLine::record, CorrectionLine::value).containsExactly(tuple(keys.get(0), "first"), tuple(keys.get(1), "second"));
        assertThat(service.jdbc().queryForList("select c::text from correction c where request_id = ?", String.class, assessed.id()).toString()).doesNotContain(keys.get(0));
        handler.drop(assessed.id(), new Drop(assessed.version(), list.getFirst().id()));

        var written = customer.view(assessed.id());
        approve(service.as("handler", "case-handler").prepare(written.id(), new Prepare(
                written.version(), written.items().stream().map(item -> new Proposal(item.key(), item.proposal(), item.ground())).toList(), null)));
        customer.until(written.id(), RequestState.DONE);
        assertThat(service.shop().jdbc().queryForList("select topic from cases t join customers c on c.id = t.customer_id where c.account = ? order by t.id", String.class, customer.account()))
                .containsExactly("login", "second");
        assertThat(handler.corrections(written.id()).corrections()).singleElement().satisfies(line -> assertThat(line.before()).isEqualTo("billing"));
    }

    @Test
    void where_nobody_said_which_of_several_records_is_wrong_nothing_is_changed_and_people_do_it() {
        var prepared = customer.preparedCorrection("shop/cases", "topic", "other");
        approve(prepared);
        var view = customer.until(prepared.id(), RequestState.PARTLY_DONE);

        var item = Customer.item(view, "shop/cases");
        assertThat(item.state()).isEqualTo(ItemState.FAILED);
        assertThat(item.problem()).contains("which one is wrong was not said");
        assertThat(service.shop().jdbc().queryForList("select topic from cases t join customers c on c.id = t.customer_id where c.account = ?", String.class, customer.account()))
                .containsExactlyInAnyOrderElementsOf(List.of("login", "billing"));
        assertThat(handler.corrections(view.id()).corrections()).singleElement().satisfies(line -> assertThat(line.doneAt()).isNull());
    }

    private void approve(RequestView view) {
        customer.controller().approve(view.id(), new Approve(view.version()));
    }

    private String row(String column) {
        return service.shop().jdbc().queryForObject("select " + column + " from customers where account = ?", String.class, customer.account());
    }

    private static void refused(String problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo(problem));
    }
}
