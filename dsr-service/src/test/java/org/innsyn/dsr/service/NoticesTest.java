package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DeskCommands.Acknowledge;
import org.innsyn.schemas.request.DeskCommands.AnnounceExtension;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.Language;
import org.innsyn.schemas.request.NoticeHindrance;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.OpenPoint;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.RequestCommands.Refuse;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are told at every step, and what shows that they were is on record. */
@ExtendWith(ServiceExtension.class)
class NoticesTest {

    private static final String REASONS = "Seven systems have to be searched by hand.";

    private final RunningService service;
    private final Customer customer;

    NoticesTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @Test
    void every_step_of_an_erasure_is_told_though_the_address_is_erased_by_then() {
        customer.log(3);
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.DONE);

        var letters = letters(view, 3);
        assertThat(letters).extracting(Post.Received::subject).anyMatch(it -> it.contains("received")).anyMatch(it -> it.contains("decided"))
                .anyMatch(it -> it.contains("carried out"));
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.from()).isEqualTo("privacy@innsyn.example");
            assertThat(letter.text()).contains("https://innsyn.example/").contains("Hei,").doesNotContain(view.id().toString()).doesNotContainIgnoringCase("eras");
        });
        assertThat(sent(view, NoticeKind.CARRIED_OUT).deliveryRecord()).as("only for staff").isNull();
        var record = staff(view).notices().stream().filter(notice -> notice.kind() == NoticeKind.CARRIED_OUT).findFirst().orElseThrow();
        assertThat(record.deliveryRecord()).contains("250").contains("<" + record.id() + "@innsyn.example>");
        assertThat(service.jdbc().queryForList("select convert_from(payload, 'UTF8') from domain_event where aggregate_type = 'Notice'", String.class))
                .isNotEmpty().noneMatch(payload -> payload.contains(customer.account()));
    }

    @Test
    void a_refusal_names_its_ground_the_complaint_and_the_court_in_the_persons_language() {
        var view = customer.api().submit(new Submit(Right.RECTIFICATION, null, Language.NB));
        customer.until(view.id(), RequestState.ASSESSED);
        var assessed = customer.view(view.id());
        customer.controller().refuse(view.id(), new Refuse(
                assessed.version(), "It is sent every day.", RefusalGround.EXCESSIVE));

        assertThat(letters(view, 2)).filteredOn(letter -> letter.subject().contains("avslått")).singleElement().satisfies(letter ->
                assertThat(letter.text()).contains("overdreven", "Datatilsynet", "domstolene", "art. 12 nr. 4").doesNotContain("Hello").doesNotContain("every day"));
    }

    @Test
    void the_notice_of_an_extension_extends_when_a_server_has_it() {
        var view = customer.api().submit(new Submit(Right.ACCESS, null));
        customer.until(view.id(), RequestState.ASSESSED);
        var stale = catchThrowable(() -> desk().announceExtension(view.id(), new AnnounceExtension(0, "complexity", REASONS)));
        assertThat(RunningService.problem(stale)).isEqualTo("stale");
        desk().announceExtension(view.id(), new AnnounceExtension(customer.view(view.id()).version(), "complexity", REASONS));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(customer.view(view.id()).due().extended()).isTrue());
        assertThat(letters(view, 2)).filteredOn(letter -> letter.subject().contains("longer")).singleElement().satisfies(letter ->
                assertThat(letter.text()).contains(REASONS, "its complexity"));
        assertThat(customer.view(view.id()).history()).filteredOn(line -> line.event().equals("PeriodExtended")).singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo(REASONS));
    }

    @Test
    void sent_after_the_first_month_it_is_on_record_and_has_no_effect() {
        var entered = service.desk("handler", "case-handler").enter(new Enter(
                Right.ACCESS, Channel.LETTER, customer.account(), Instant.now().minus(Duration.ofDays(45)), null, null, Language.EN));
        var id = entered.id();
        await().until(() -> staff(entered).state() == RequestState.ASSESSED);
        await().untilAsserted(() -> assertThat(staff(entered).history()).extracting(line -> line.event()).contains("RequestOverdue"));
        desk().announceExtension(id, new AnnounceExtension(staff(entered).version(), "number-of-requests", REASONS));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(staff(entered).history()).extracting(line -> line.event()).contains("ExtensionIneffective"));
        assertThat(staff(entered).due().extended()).isFalse();
        assertThat(sent(staff(entered), NoticeKind.EXTENSION).sentAt()).isNotNull();
    }

    @Test
    void where_no_address_is_known_it_says_so_extends_nothing_and_can_be_tried_again() {
        var entered = service.desk("handler", "case-handler").enter(new Enter(
                Right.ACCESS, Channel.LETTER, "nobody-" + UUID.randomUUID(), Instant.now().minusSeconds(60), null, null, Language.EN));
        await().until(() -> staff(entered).state() == RequestState.ASSESSED);
        for (int times = 1; times <= 2; times++) {
            int expected = times;
            desk().announceExtension(entered.id(), new AnnounceExtension(staff(entered).version(), "complexity", REASONS));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(staff(entered).notices())
                    .filteredOn(notice -> notice.kind() == NoticeKind.EXTENSION && notice.state() == NoticeView.State.FAILED).hasSize(expected)
                    .allSatisfy(notice -> assertThat(notice.hindrance()).isEqualTo(NoticeHindrance.NO_ADDRESS)));
        }
        assertThat(staff(entered).due().extended()).isFalse();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(customer.controller().list(null, 0, 200).requests())
                .filteredOn(request -> request.id().equals(entered.id())).singleElement().satisfies(request -> assertThat(request.open()).contains(OpenPoint.LETTER)));
    }

    @Test
    void whoever_was_given_the_data_is_told_and_their_answer_is_noted() {
        customer.log(2);
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.DONE);
        await().atMost(Duration.ofSeconds(20)).until(() -> !service.post().to("art19@collector.example", view.reference()).isEmpty());
        assertThat(service.post().to("art19@collector.example", view.reference())).singleElement().satisfies(letter ->
                assertThat(letter.text()).contains(customer.account()).contains("erased").doesNotContain("innsyn.example/"));

        await().untilAsserted(() -> assertThat(sent(staff(view), NoticeKind.RECIPIENT).sentAt()).isNotNull());
        var notice = sent(staff(view), NoticeKind.RECIPIENT);
        assertThat(notice.recipient()).isEqualTo("Collector AS");
        var answer = new Acknowledge(Instant.now(), "Erased with us too.");
        service.desk("handler", "case-handler").acknowledge(view.id(), notice.id(), answer);
        service.desk("handler", "case-handler").acknowledge(view.id(), notice.id(), new Acknowledge(Instant.now(), null));
        assertThat(sent(customer.view(view.id()), NoticeKind.RECIPIENT).acknowledgedAt()).isCloseTo(answer.acknowledgedAt(), within(1, ChronoUnit.MILLIS));
        var elsewhere = catchThrowable(() -> service.desk("handler", "case-handler").acknowledge(UUID.randomUUID(), notice.id(), answer));
        assertThat(RunningService.problem(elsewhere)).isEqualTo("not-found");
    }

    @Test
    void without_a_mail_server_it_says_so_and_nothing_is_lost() {
        service.stop();
        service.start("--innsyn.mail.url=");
        var view = customer.api().submit(new Submit(Right.ACCESS, null));
        await().untilAsserted(() -> assertThat(customer.view(view.id()).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(NoticeView.State.WAITING);
            assertThat(notice.hindrance()).isEqualTo(NoticeHindrance.NO_SERVER);
            assertThat(notice.problem()).contains("No mail server is configured");
        }));
        service.stop();
        service.start();
        assertThat(letters(view, 1)).singleElement().satisfies(letter -> assertThat(letter.subject()).contains("received"));
    }

    private List<Post.Received> letters(RequestView view, int atLeast) {
        await().atMost(Duration.ofSeconds(20)).until(() -> service.post().to(customer.account(), view.reference()).size() >= atLeast);
        return service.post().to(customer.account(), view.reference());
    }

    private static NoticeView sent(RequestView view, NoticeKind kind) {
        return view.notices().stream().filter(notice -> notice.kind() == kind).findFirst().orElseThrow();
    }

    private RequestDeskApi desk() {
        return service.desk("controller", "controller");
    }

    private RequestView staff(RequestView view) {
        return service.as("handler", "case-handler").get(view.id());
    }
}
