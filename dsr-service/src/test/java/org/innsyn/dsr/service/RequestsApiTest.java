package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestCommands.Refuse;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;

/** The API over real HTTP, called with signed tokens. */
@ExtendWith(ServiceExtension.class)
class RequestsApiTest {

    private final RunningService service;
    private final RequestsApi handler;
    private final RequestsApi controller;
    private final RequestsApi dpo;

    private String account;
    private RequestsApi person;

    RequestsApiTest(RunningService service) {
        this.service = service;
        this.handler = service.as("handler", "case-handler");
        this.controller = service.as("controller", "controller");
        this.dpo = service.as("dpo", "dpo");
    }

    @BeforeEach
    void someoneNew() {
        account = "somebody-" + UUID.randomUUID();
        person = service.as("sub-" + account, "subject", account);
    }

    @Test
    void a_new_request_says_by_when_an_answer_is_owed() {
        var view = person.submit(new Submit(Right.ACCESS, "  Please.  "));

        assertThat(view.state()).isIn(RequestState.SUBMITTED, RequestState.ASSESSED);
        assertThat(view.reference()).matches("R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}");
        assertThat(view.message()).isEqualTo("Please.");
        assertThat(view.account()).isNull();
        assertThat(view.due().explanation()).contains("GDPR Art. 12(3)");
        assertThat(view.due().daysLeft()).isBetween(28L, 36L);
    }

    @Test
    void asking_again_while_a_request_is_open_returns_that_one() {
        var first = person.submit(new Submit(Right.ACCESS, null));

        assertThat(person.submit(new Submit(Right.ACCESS, "again")).id()).isEqualTo(first.id());
        assertThat(person.submit(new Submit(Right.ERASURE, null)).id()).isNotEqualTo(first.id());
        assertThat(person.mine()).extracting(RequestView::id).contains(first.id()).hasSize(2);
    }

    @Test
    void asking_from_many_windows_at_once_opens_one_request() {
        try (var windows = Executors.newFixedThreadPool(6)) {
            var ids = IntStream.range(0, 6)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> person.submit(new Submit(Right.ACCESS, null)).id(), windows))
                    .toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(ids).containsOnly(ids.getFirst());
        }
        assertThat(person.mine()).hasSize(1);
    }

    @Test
    void somebody_elses_request_does_not_exist() {
        var view = person.submit(new Submit(Right.ACCESS, null));
        var other = service.as("sub-other", "subject", "other");

        refused(() -> other.get(view.id()), 404, "not-found");
        refused(() -> other.withdraw(view.id(), new Move(view.version())), 404, "not-found");
        refused(() -> other.download(view.id()), 404, "not-found");
        refused(() -> other.get(UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void every_door_opens_for_its_roles_only() {
        var id = assessed(Right.ACCESS).id();

        refused(() -> handler.submit(new Submit(Right.ACCESS, null)), 403, "not-allowed");
        refused(() -> person.list(null, 0, 50), 403, "not-allowed");
        refused(() -> dpo.prepare(id, new Prepare(1, List.of(), null)), 403, "not-allowed");
        refused(() -> dpo.approve(id, new Approve(1)), 403, "not-allowed");
        refused(() -> handler.approve(id, new Approve(1)), 403, "not-allowed");
        refused(() -> handler.refuse(id, new Refuse(1, "For no good reason.")), 403, "not-allowed");
        refused(() -> handler.rerun(id, new Move(1)), 403, "not-allowed");
        refused(() -> controller.download(id), 403, "not-allowed");
        refused(() -> service.as("regulator", "regulator").get(id), 403, "not-allowed");
        refused(() -> service.api("no-token").get(id), 401, "not-signed-in");
    }

    @Test
    void a_person_without_an_account_in_the_token_cannot_ask() {
        refused(() -> service.as("nobody", "subject").submit(new Submit(Right.ACCESS, null)), 422, "invalid");
    }

    @Test
    void one_prepares_and_another_decides() {
        var both = service.as("handler", "controller");
        var prepared = prepared(assessed(Right.ERASURE));

        assertThat(prepared.preparedBy()).isEqualTo("handler");
        assertThat(prepared.preparedByMe()).isTrue();
        refused(() -> both.approve(prepared.id(), new Approve(prepared.version())), 403, "same-person");
        refused(() -> both.refuse(prepared.id(), new Refuse(prepared.version(), "Ten letters.")), 403, "same-person");
        assertThat(controller.get(prepared.id()).preparedByMe()).isFalse();
    }

    @Test
    void a_decision_on_what_somebody_changed_is_stale() {
        var prepared = prepared(assessed(Right.ACCESS));
        prepared(prepared);

        refused(() -> controller.approve(prepared.id(), new Approve(prepared.version())), 409, "stale");
    }

    @Test
    void of_many_decisions_at_once_one_counts() {
        var prepared = prepared(assessed(Right.ERASURE));
        var told = new ConcurrentHashMap<String, Integer>();
        try (var controllers = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                controllers.submit(() -> told.merge(refusal(prepared), 1, Integer::sum));
            }
        }
        assertThat(told.remove("refused")).isEqualTo(1);
        assertThat(told.keySet()).isSubsetOf("stale", "not-now");
        assertThat(person.get(prepared.id()).history()).filteredOn(line -> line.event().equals("RequestRefused")).hasSize(1);
    }

    private String refusal(RequestView prepared) {
        try {
            controller.refuse(prepared.id(), new Refuse(prepared.version(), "We could not find out who you are."));
            return "refused";
        } catch (RestClientResponseException e) {
            return RunningService.problem(e);
        }
    }

    @Test
    void what_was_written_with_a_rejected_command_is_not_kept() {
        var view = assessed(Right.ACCESS);
        handler.prepare(view.id(), new Prepare(view.version(), proposals(view), "The first note."));

        refused(() -> handler.prepare(view.id(), new Prepare(view.version(), proposals(view), "A late note.")), 409, "stale");

        assertThat(controller.get(view.id()).toString()).contains("The first note.").doesNotContain("A late note.");
    }

    @Test
    void a_wrong_proposal_says_which_item_is_wrong() {
        var view = assessed(Right.ERASURE);
        var proposals = view.items().stream().map(item -> new Proposal(item.key(), Outcome.ERASE, null)).toList();

        assertThatThrownBy(() -> handler.prepare(view.id(), new Prepare(view.version(), proposals, null)))
                .isInstanceOfSatisfying(RestClientResponseException.class, refusal -> {
                    assertThat(RunningService.problem(refusal)).isEqualTo("invalid");
                    assertThat(refusal.getResponseBodyAsString()).contains("shop/invoices");
                });
        refused(() -> handler.prepare(view.id(), new Prepare(view.version(), null, null)), 422, "invalid");
    }

    @Test
    void a_refusal_reaches_the_person_with_its_reason() {
        var view = assessed(Right.ERASURE);
        refused(() -> controller.refuse(view.id(), new Refuse(view.version(), "no")), 422, "invalid");

        controller.refuse(view.id(), new Refuse(view.version(), "We could not find out who you are."));

        var seen = person.get(view.id());
        assertThat(seen.state()).isEqualTo(RequestState.REFUSED);
        assertThat(seen.reason()).isEqualTo("We could not find out who you are.");
        refused(() -> person.withdraw(view.id(), new Move(seen.version())), 409, "not-now");
    }

    @Test
    void the_person_can_take_it_back_and_then_ask_anew() {
        var view = assessed(Right.ACCESS);

        assertThat(person.withdraw(view.id(), new Move(view.version())).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(person.submit(new Submit(Right.ACCESS, null)).id()).isNotEqualTo(view.id());
    }

    @Test
    void the_person_does_not_see_what_staff_write_to_each_other() {
        var view = assessed(Right.ACCESS);
        handler.prepare(view.id(), new Prepare(view.version(), proposals(view), "Careful with this one."));

        assertThat(person.get(view.id()).toString()).doesNotContain("Careful with this one.");
        assertThat(person.get(view.id()).preparedBy()).isNull();
        assertThat(controller.get(view.id()).toString()).contains("Careful with this one.").contains(account);
    }

    @Test
    void the_list_shows_the_most_urgent_first_and_counts_all() {
        var mine = assessed(Right.ACCESS);

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            var page = dpo.list(List.of(RequestState.ASSESSED), 0, 200);
            assertThat(page.requests()).filteredOn(summary -> summary.id().equals(mine.id())).singleElement()
                    .satisfies(summary -> assertThat(summary.version()).as("a line says how far it is").isEqualTo(mine.version()));
            assertThat(page.requests()).extracting(summary -> summary.limit()).isSorted();
            assertThat(page.requests()).allMatch(summary -> summary.state() == RequestState.ASSESSED);
            assertThat(page.byState().get(RequestState.ASSESSED)).isEqualTo(page.total());
        });
        refused(() -> dpo.list(null, 0, 201), 422, "invalid");
    }

    private RequestView assessed(Right right) {
        var id = person.submit(new Submit(right, null)).id();
        await().atMost(Duration.ofSeconds(15)).until(() -> person.get(id).state() == RequestState.ASSESSED);
        return person.get(id);
    }

    private RequestView prepared(RequestView view) {
        return handler.prepare(view.id(), new Prepare(view.version(), proposals(view), null));
    }

    private static List<Proposal> proposals(RequestView view) {
        return view.items().stream().map(RequestsApiTest::asSuggested).toList();
    }

    private static Proposal asSuggested(RequestItem item) {
        return new Proposal(item.key(), item.proposal(), item.ground());
    }

    private static void refused(ThrowingCallable call, int status, String problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RestClientResponseException.class, refusal -> {
            assertThat(refusal.getStatusCode().value()).as(refusal.getResponseBodyAsString()).isEqualTo(status);
            assertThat(RunningService.problem(refusal)).isEqualTo(problem);
        });
    }
}
