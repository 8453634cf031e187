package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DeskCommands.Ask;
import org.innsyn.schemas.request.DeskCommands.CheckIdentity;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.DeskCommands.Explain;
import org.innsyn.schemas.request.DeskCommands.Extend;
import org.innsyn.schemas.request.DeskCommands.GiveOpinion;
import org.innsyn.schemas.request.DeskCommands.RecordAnswer;
import org.innsyn.schemas.request.DeskCommands.RecordByHand;
import org.innsyn.schemas.request.DeskCommands.Reopen;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.OpenPoint;
import org.innsyn.schemas.request.Opinion;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestCommands.Refuse;
import org.innsyn.schemas.request.RequestCommands.Reply;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** What a privacy desk's week is made of, over HTTP. */
@ExtendWith(ServiceExtension.class)
class RequestDeskApiTest {

    private final RunningService service;
    private final Customer customer;
    private final RequestDeskApi handler;
    private final RequestDeskApi officer;
    private final RequestDeskApi decider;
    private final RequestsApi preparer;
    private final RequestsApi controller;

    RequestDeskApiTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        this.handler = service.desk("handler", "case-handler");
        this.officer = service.desk("officer", "dpo");
        this.decider = service.desk("controller", "controller");
        this.preparer = service.as("handler", "case-handler");
        this.controller = service.as("controller", "controller");
    }

    @Test
    void a_letter_counts_from_its_arrival_and_waits_until_it_is_known_who_wrote_it() {
        var arrived = Instant.now().minus(Duration.ofDays(3));
        var letter = handler.enter(new Enter(Right.ERASURE, Channel.LETTER, customer.account(), arrived, null, "Erase everything."));

        assertThat(letter.receivedAt()).isEqualTo(arrived);
        assertThat(letter.legal().channel()).isEqualTo(Channel.LETTER);
        assertThat(letter.legal().identity()).isNull();
        assertThat(letter.due().steps()).extracting(step -> step.code()).contains("received");
        assertThat(letter.due().steps().getFirst().parameters()).containsEntry("day", arrived.atZone(ZoneId.of("Europe/Oslo")).toLocalDate().toString());

        var prepared = prepared(letter.id());
        refused(() -> controller.approve(letter.id(), new Approve(prepared.version())), 409, "identity-unknown");
        var known = handler.checkIdentity(letter.id(), new CheckIdentity(prepared.version(), IdentityMethod.KNOWN_ADDRESS));
        assertThat(known.legal().identity()).isEqualTo(IdentityMethod.KNOWN_ADDRESS);
        controller.approve(letter.id(), new Approve(known.version()));
        assertThat(customer.until(letter.id(), RequestState.DONE).history()).extracting(line -> line.event()).contains("IdentityChecked", "RequestCompleted");
    }

    @Test
    void the_person_finds_in_the_portal_what_they_sent_by_letter_and_nobody_else_does() {
        var letter = handler.enter(new Enter(Right.ACCESS, Channel.PHONE, customer.account(), Instant.now(), null, "Called us."));

        assertThat(customer.api().mine()).extracting(RequestView::id).contains(letter.id());
        assertThat(customer.view(letter.id()).message()).isEqualTo("Called us.");
        refused(() -> new Customer(service).view(letter.id()), 404, "not-found");
    }

    @Test
    void the_same_wish_by_two_ways_is_one_request_and_the_earlier_receipt_counts() {
        var portal = customer.api().submit(new Submit(Right.ACCESS, null));
        var arrived = Instant.now().minus(Duration.ofDays(4));

        var joined = handler.enter(new Enter(Right.ACCESS, Channel.LETTER, customer.account(), arrived, null, "As I wrote before."));

        assertThat(joined.id()).isEqualTo(portal.id());
        assertThat(joined.receivedAt()).isEqualTo(arrived);
        assertThat(joined.due().limit()).isBeforeOrEqualTo(portal.due().limit());
        assertThat(joined.history()).filteredOn(line -> line.event().equals("DuplicateJoined")).singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("As I wrote before."));
        assertThat(customer.api().submit(new Submit(Right.ACCESS, "And once more.")).history())
                .filteredOn(line -> line.event().equals("DuplicateJoined")).hasSize(2);
    }

    @Test
    void a_question_stops_the_clock_and_its_answer_lets_it_go_on() {
        var id = customer.api().submit(new Submit(Right.ACCESS, null)).id();
        var assessed = customer.until(id, RequestState.ASSESSED);

        var asked = handler.ask(id, new Ask(assessed.version(), Question.CLARIFICATION, Instant.now(), "Which year do you mean?"));
        assertThat(asked.due().standsStillSince()).isNotNull();
        assertThat(asked.legal().question()).isEqualTo(Question.CLARIFICATION);
        assertThat(customer.view(id).history()).anySatisfy(line -> assertThat(line.note()).isEqualTo("Which year do you mean?"));
        var prepared = prepared(id);
        refused(() -> controller.approve(id, new Approve(prepared.version())), 409, "not-now");

        var answered = handler.recordAnswer(id, new RecordAnswer(prepared.version(), Instant.now(), "All of them."));
        assertThat(answered.due().standsStillSince()).isNull();
        assertThat(answered.due().steps()).extracting(step -> step.code()).contains("stood-still");
    }

    @Test
    void the_person_answers_in_the_portal_and_nobody_answers_for_them() {
        var id = customer.api().submit(new Submit(Right.ACCESS, null)).id();
        var assessed = customer.until(id, RequestState.ASSESSED);
        refused(() -> customer.api().reply(id, new Reply(assessed.version(), "Nobody asked.")), 409, "not-now");
        var asked = handler.ask(id, new Ask(assessed.version(), Question.CLARIFICATION, Instant.now(), "Which year do you mean?"));

        refused(() -> new Customer(service).api().reply(id, new Reply(asked.version(), "All.")), 404, "not-found");
        refused(() -> customer.api().reply(id, new Reply(asked.version(), " ")), 422, "invalid");
        var answered = customer.api().reply(id, new Reply(asked.version(), "All."));
        assertThat(answered.due().standsStillSince()).isNull();
        assertThat(answered.legal().question()).isNull();
        assertThat(answered.history().getLast()).satisfies(line -> {
            assertThat(line.role()).isEqualTo("subject");
            assertThat(line.note()).isEqualTo("All.");
        });
    }

    @Test
    void an_extension_moves_the_limit_and_one_nobody_can_show_does_not() {
        var view = customer.until(customer.api().submit(new Submit(Right.ACCESS, null)).id(), RequestState.ASSESSED);

        var without = decider.extend(view.id(), new Extend(view.version(), "complexity", Instant.now(), null, "There are many mailboxes."));
        assertThat(without.due().extended()).isFalse();
        assertThat(without.history().getLast().event()).isEqualTo("ExtensionIneffective");
        assertThat(without.history().getLast().note()).contains("delivered");

        var extended = decider.extend(view.id(), new Extend(without.version(), "complexity", Instant.now(), "smtp-250-4711", "There are many mailboxes."));
        assertThat(extended.due().extended()).isTrue();
        assertThat(extended.due().limit()).isAfter(view.due().limit().plusDays(50));
        assertThat(customer.view(view.id()).toString()).contains("There are many mailboxes.").doesNotContain("smtp-250-4711");
    }

    @Test
    void the_officer_stops_and_lifts_and_the_person_does_not_read_what_staff_say_to_each_other() {
        var prepared = prepared(customer.api().submit(new Submit(Right.ERASURE, null)).id());
        var objected = officer.giveOpinion(prepared.id(), new GiveOpinion(prepared.version(), Opinion.OBJECTION, "The cases are needed for a claim."));
        var stopped = officer.stop(prepared.id(), new Explain(objected.version(), "Not before the claim is decided."));

        refused(() -> controller.approve(prepared.id(), new Approve(stopped.version())), 409, "stopped");
        assertThat(customer.view(prepared.id()).toString()).doesNotContain("needed for a claim").doesNotContain("the claim is decided");
        assertThat(controller.get(prepared.id()).toString()).contains("needed for a claim").contains("the claim is decided");

        var lifted = officer.liftStop(prepared.id(), new Explain(stopped.version(), "The claim is decided now."));
        assertThat(controller.approve(prepared.id(), new Approve(lifted.version())).state()).isEqualTo(RequestState.IN_PROGRESS);
    }

    @Test
    void a_correction_is_decided_carried_out_by_people_and_stated_to_the_person() {
        var id = customer.api().submit(new Submit(Right.RECTIFICATION, "My name has two n.")).id();
        var assessed = customer.until(id, RequestState.ASSESSED);
        var proposals = assessed.items().stream()
                .map(item -> new Proposal(item.key(), item.key().equals("shop/customers") ? Outcome.CORRECT : Outcome.NOT_CONCERNED, null))
                .toList();
        var prepared = preparer.prepare(id, new Prepare(assessed.version(), proposals, null));
        var approved = controller.approve(id, new Approve(prepared.version()));

        var done = handler.recordByHand(id, new RecordByHand(
                approved.version(), "shop/customers", Map.of("corrected", 1L), "The name was corrected in the customer register."));
        assertThat(done.state()).isEqualTo(RequestState.DONE);
        assertThat(Customer.item(done, "shop/customers").readBackAt()).isNull();
        assertThat(customer.view(id).history()).anySatisfy(line -> assertThat(line.note()).contains("corrected in the customer register"));
        assertThat(done.legal().rightIri()).isEqualTo("https://w3id.org/dpv/legal/eu/gdpr#A16");
    }

    @Test
    void what_a_system_has_a_mark_for_is_restricted_there_and_people_do_the_rest() {
        var id = customer.api().submit(new Submit(Right.RESTRICTION, null)).id();
        var assessed = customer.until(id, RequestState.ASSESSED);
        var proposals = assessed.items().stream()
                .map(item -> new Proposal(item.key(), List.of("shop/customers", "shop/cases").contains(item.key()) ? Outcome.RESTRICT : Outcome.NOT_CONCERNED, null))
                .toList();
        var prepared = preparer.prepare(id, new Prepare(assessed.version(), proposals, null));
        controller.approve(id, new Approve(prepared.version()));

        await().atMost(Duration.ofSeconds(20)).until(() -> Customer.item(customer.view(id), "shop/customers").state() == ItemState.DONE);
        assertThat(Customer.item(customer.view(id), "shop/customers").affected()).containsExactly(Map.entry("restricted", 1L));
        assertThat(Customer.item(customer.view(id), "shop/customers").readBackAt()).isNotNull();
        assertThat(service.shop().jdbc().queryForList("select account from customers where restricted", String.class)).containsExactly(customer.account());
        assertThat(customer.view(id).state()).isEqualTo(RequestState.IN_PROGRESS);

        var done = handler.recordByHand(id, new RecordByHand(
                customer.view(id).version(), "shop/cases", Map.of("restricted", 2L), "The cases are closed to everybody but the lawyers."));
        assertThat(done.state()).isEqualTo(RequestState.DONE);
    }

    @Test
    void what_the_person_provided_is_packed_to_take_elsewhere() {
        customer.log(3);
        var view = customer.until(customer.approved(Right.PORTABILITY), RequestState.DONE);

        assertThat(view.download()).isNotNull();
        assertThat(Customer.item(view, "access-log").ground()).isEqualTo("not-provided");
    }

    @Test
    void a_refusal_says_where_to_complain_and_can_be_taken_up_again() {
        var id = customer.api().submit(new Submit(Right.OBJECTION, null)).id();
        var assessed = customer.until(id, RequestState.ASSESSED);
        var refused = controller.refuse(id, new Refuse(assessed.version(), "It was asked nine times this week.", RefusalGround.EXCESSIVE));
        assertThat(refused.legal().remedies()).contains("Datatilsynet").contains("GDPR Art. 77").contains("court");
        assertThat(refused.legal().refusedLate()).isFalse();

        var reopened = decider.reopen(id, new Reopen(refused.version(), ReopeningGround.COMPLAINT, Instant.now(), "The authority sent the complaint."));
        assertThat(reopened.due().limit()).isEqualTo(assessed.due().limit());
        assertThat(customer.until(id, RequestState.ASSESSED).legal().refusal()).isNull();
    }

    @Test
    void a_reopened_request_does_not_stand_beside_a_new_one() {
        var id = customer.api().submit(new Submit(Right.RESTRICTION, null)).id();
        var refused = controller.refuse(id, new Refuse(customer.until(id, RequestState.ASSESSED).version(), "It was asked nine times."));
        customer.api().submit(new Submit(Right.RESTRICTION, null));

        refused(() -> decider.reopen(id, new Reopen(refused.version(), ReopeningGround.COMPLAINT, Instant.now(), "The authority says so.")), 409, "not-now");
        assertThat(customer.view(id).state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void a_command_that_is_sent_again_with_its_key_is_carried_out_once() {
        var key = UUID.randomUUID().toString();
        var enter = new Enter(Right.ACCESS, Channel.EMAIL, customer.account(), Instant.now(), null, "Hello there.");
        try (var senders = Executors.newFixedThreadPool(4)) {
            var ids = IntStream.range(0, 4).mapToObj(_ -> CompletableFuture.supplyAsync(() -> entered(key, enter), senders)).toList().stream()
                    .map(CompletableFuture::join).toList();
            assertThat(ids).containsOnly(ids.getFirst());
            assertThat(customer.view(ids.getFirst()).history()).noneMatch(line -> line.event().equals("DuplicateJoined"));
        }
        var other = new Enter(Right.ACCESS, Channel.LETTER, customer.account(), Instant.now(), null, "Hello there.");
        refused(() -> entered(key, other), 422, "key-reused");
    }

    private UUID entered(String key, Enter enter) {
        return staff().post().uri("/api/v1/requests/entries").header("Idempotency-Key", key).body(enter).retrieve().body(RequestView.class).id();
    }

    @Test
    void a_version_is_an_entity_tag_and_a_command_that_names_another_is_refused() {
        var id = customer.api().submit(new Submit(Right.ACCESS, null)).id();
        customer.until(id, RequestState.ASSESSED);
        var answer = staff().get().uri("/api/v1/requests/" + id).retrieve().toEntity(RequestView.class);
        var version = answer.getBody().version();
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"" + version + "\"");

        var ask = new Ask(version, Question.IDENTITY, Instant.now(), "Who are you, please?");
        refused(() -> staff().post().uri("/api/v1/requests/" + id + "/questions").header("If-Match", "\"" + (version - 1) + "\"").body(ask)
                .retrieve().toBodilessEntity(), 412, "stale");
        assertThat(staff().post().uri("/api/v1/requests/" + id + "/questions").header("If-Match", "\"" + version + "\"").body(ask)
                .retrieve().toBodilessEntity().getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void the_list_says_whom_a_request_waits_for() {
        var letter = handler.enter(new Enter(Right.ACCESS, Channel.LETTER, customer.account(), Instant.now(), null, null)).id();
        customer.until(letter, RequestState.ASSESSED);
        listed(letter, OpenPoint.IDENTITY);
        handler.checkIdentity(letter, new CheckIdentity(preparer.get(letter).version(), IdentityMethod.KNOWN_ADDRESS));
        handler.ask(letter, new Ask(preparer.get(letter).version(), Question.CLARIFICATION, Instant.now(), "Which year do you mean?"));
        listed(letter, OpenPoint.ANSWER);
        customer.api().reply(letter, new Reply(customer.view(letter).version(), "The last one."));
        listed(letter, OpenPoint.MESSAGE);
        prepared(letter);
        officer.stop(letter, new Explain(preparer.get(letter).version(), "Ask the unit first."));
        listed(letter, OpenPoint.STOP);
        officer.liftStop(letter, new Explain(preparer.get(letter).version(), "They were asked."));
        listed(letter);
    }

    private void listed(UUID id, OpenPoint... open) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(controller.list(null, 0, 200).requests())
                .filteredOn(request -> request.id().equals(id)).singleElement().satisfies(request -> assertThat(request.open()).containsExactly(open)));
    }

    @Test
    void what_cannot_be_undone_and_what_hands_everything_out_needs_a_fresh_sign_in() {
        var hourAgo = Instant.now().minus(Duration.ofHours(1));
        var prepared = prepared(customer.api().submit(new Submit(Right.ERASURE, null)).id());
        var tired = service.api(service.neighbours().token("controller", "controller", null, hourAgo));
        var unsaid = service.api(service.neighbours().token("controller", "controller", null, null));
        refused(() -> tired.approve(prepared.id(), new Approve(prepared.version())), 403, "sign-in-again");
        refused(() -> unsaid.approve(prepared.id(), new Approve(prepared.version())), 403, "sign-in-again");
        assertThat(tired.get(prepared.id()).state()).isEqualTo(RequestState.PREPARED);
        refused(() -> service.api(service.neighbours().token("sub-away", "subject", "away", hourAgo)).submit(new Submit(Right.ERASURE, null)), 403, "sign-in-again");

        var copy = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);
        var left = service.api(service.neighbours().token("sub-left", "subject", customer.account(), hourAgo));
        refused(() -> left.download(copy.id()), 403, "sign-in-again");
        assertThat(customer.api().download(copy.id())).isNotNull();
    }

    @Test
    void every_door_opens_for_its_roles_only() {
        var id = customer.api().submit(new Submit(Right.ACCESS, null)).id();
        var explain = new Explain(0, "For a good reason.");
        refused(() -> officer.enter(new Enter(Right.ACCESS, Channel.LETTER, "x", Instant.now(), null, null)), 403, "not-allowed");
        refused(() -> decider.stop(id, explain), 403, "not-allowed");
        refused(() -> handler.stop(id, explain), 403, "not-allowed");
        refused(() -> handler.liftStop(id, explain), 403, "not-allowed");
        refused(() -> handler.extend(id, new Extend(0, "complexity", Instant.now(), "x", "There are many.")), 403, "not-allowed");
        refused(() -> officer.checkIdentity(id, new CheckIdentity(0, IdentityMethod.IN_PERSON)), 403, "not-allowed");
        refused(() -> handler.reopen(id, new Reopen(0, ReopeningGround.ORDER, Instant.now(), "The court says so.")), 403, "not-allowed");
        refused(() -> service.desk("somebody", "subject").grounds(), 403, "not-allowed");
        assertThat(handler.grounds()).isNotEmpty().allSatisfy(ground -> assertThat(ground.iri()).startsWith("https://w3id.org/dpv/"));
    }

    @Test
    void what_is_wrong_in_an_entry_is_said() {
        refused(() -> handler.enter(new Enter(Right.ACCESS, Channel.PORTAL, "x", Instant.now(), null, null)), 422, "invalid");
        refused(() -> handler.enter(new Enter(Right.ACCESS, Channel.LETTER, " ", Instant.now(), null, null)), 422, "invalid");
        refused(() -> handler.enter(new Enter(Right.ACCESS, Channel.LETTER, "x", Instant.now().plusSeconds(60), null, null)), 422, "invalid");
        refused(() -> handler.enter(new Enter(null, Channel.LETTER, "x", Instant.now(), null, null)), 422, "invalid");
    }

    private RestClient staff() {
        return service.http(service.neighbours().token("handler", "case-handler", null));
    }

    private RequestView prepared(UUID id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> preparer.get(id).state() == RequestState.ASSESSED);
        var view = preparer.get(id);
        List<Proposal> proposals = view.items().stream().map(item -> new Proposal(item.key(), item.proposal(), item.ground())).toList();
        return preparer.prepare(id, new Prepare(view.version(), proposals, null));
    }

    private static void refused(ThrowingCallable call, int status, String problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RestClientResponseException.class, refusal -> {
            assertThat(refusal.getStatusCode().value()).as(refusal.getResponseBodyAsString()).isEqualTo(status);
            assertThat(RunningService.problem(refusal)).isEqualTo(problem);
        });
    }
}
