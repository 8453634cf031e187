package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.notice.ReportText;
import org.innsyn.schemas.request.DeskCommands.AnnounceExtension;
import org.innsyn.schemas.request.Liftings.Lift;
import org.innsyn.schemas.request.Liftings.LiftingState;
import org.innsyn.schemas.request.Liftings.Told;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.NoticeHindrance;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A letter that a mail server took may still come back; then nobody was told by it. */
@ExtendWith(ServiceExtension.class)
class BouncesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final RunningService service;
    private final Customer customer;

    BouncesTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @Test
    void an_extension_whose_notice_comes_back_has_no_effect_any_more_until_another_one_arrives() {
        var view = customer.until(customer.submitted(Right.ACCESS), RequestState.ASSESSED);
        var limit = view.due().limit();
        announce(view);
        await().atMost(LONG).until(() -> customer.view(view.id()).due().extended());
        var first = notice(view, NoticeKind.EXTENSION, NoticeView.State.SENT);

        service.post().comesBack(ReportText.about(messageId(first), "failed", "5.1.1"));
        await().atMost(LONG).until(() -> !customer.view(view.id()).due().extended());
        var back = notice(view, NoticeKind.EXTENSION, NoticeView.State.BOUNCED);
        assertThat(back.problem()).contains("It came back (5.1.1)");
        assertThat(back.sentAt()).isEqualTo(first.sentAt());
        assertThat(customer.view(view.id()).due().limit()).isEqualTo(limit);
        assertThat(customer.view(view.id()).history()).filteredOn(line -> line.event().equals("ExtensionUndelivered")).singleElement()
                .satisfies(line -> assertThat(line.role()).isEqualTo("system"));

        announce(view);
        await().atMost(LONG).until(() -> customer.view(view.id()).due().extended());
        service.post().comesBack(ReportText.about(messageId(first), "failed", "5.1.1"));
        service.post().comesBack(ReportText.about(messageId(notice(view, NoticeKind.RECEIVED, NoticeView.State.SENT)), "failed", "5.2.1"));
        notice(view, NoticeKind.RECEIVED, NoticeView.State.BOUNCED);
        assertThat(customer.view(view.id()).due().extended()).as("the first one came back once").isTrue();
        assertThat(events(first)).containsExactly("notice.NoticeSent", "notice.NoticeBounced");
        assertThat(service.jdbc().queryForList("select convert_from(payload, 'UTF8') from domain_event where aggregate_id = ?", String.class, first.id().toString()).toString())
                .contains("5.1.1").doesNotContain("ann@post.example");
    }

    @Test
    void a_late_one_is_said_strangers_are_not_believed_and_what_came_while_nobody_looked_is_noted_once() {
        var view = customer.api().submit(new Submit(Right.ACCESS, null));
        var received = notice(view, NoticeKind.RECEIVED, NoticeView.State.SENT);
        service.post().comesBack("Subject: I am away\r\nContent-Type: text/plain\r\n\r\n" + messageId(received));
        service.post().comesBack("Content-Type: multipart/report; report-type=delivery-status; boundary=\"\r\n\r\n" + "\u0000--".repeat(1_000_000));
        service.post().comesBack(ReportText.about("<" + UUID.randomUUID() + "@innsyn.example>", "failed", "5.1.1"));
        service.post().comesBack(ReportText.about(messageId(received), "delayed", "4.4.1"));
        await().atMost(LONG).untilAsserted(() -> assertThat(notice(view, NoticeKind.RECEIVED, NoticeView.State.SENT).problem()).contains("late (4.4.1)"));

        service.stop();
        service.post().comesBack(ReportText.about(messageId(received), "failed", "4.4.7"));
        service.post().comesBack(ReportText.about(messageId(received), "failed", "4.4.7"));
        service.start();
        assertThat(notice(view, NoticeKind.RECEIVED, NoticeView.State.BOUNCED))
                .extracting(NoticeView::hindrance, NoticeView::detail).containsExactly(NoticeHindrance.CAME_BACK, "4.4.7");
        assertThat(events(received)).containsExactly("notice.NoticeSent", "notice.NoticeBounced");
    }

    @Test
    void who_was_not_told_that_a_restriction_ends_is_told_in_another_way_before_anything_more_is_lifted() {
        var id = customer.approvedRestriction("shop/cases");
        service.desk("handler", "case-handler").recordByHand(id, new org.innsyn.schemas.request.DeskCommands.RecordByHand(
                customer.view(id).version(), "shop/cases", Map.of("restricted", 2L), "Marked in the case tool."));
        var view = customer.until(id, RequestState.DONE);
        liftings("controller").lift(id, new Lift(view.version(), "The invoice was checked."));
        await().atMost(LONG).until(() -> liftings("case-handler").lifting(id).toldAt() != null);

        service.post().comesBack(ReportText.about(messageId(notice(view, NoticeKind.LIFTING, NoticeView.State.SENT)), "failed", "5.1.1"));
        await().atMost(LONG).until(() -> liftings("case-handler").lifting(id).toldAt() == null);
        liftings("case-handler").told(id, new Told(Instant.now()));
        assertThat(liftings("case-handler").lifting(id).items()).singleElement().satisfies(item -> assertThat(item.state()).isEqualTo(LiftingState.BY_HAND));
    }

    private LiftingsApi liftings(String role) {
        return service.staff(role.equals("controller") ? role : "handler", role, LiftingsApi.class);
    }

    private void announce(RequestView view) {
        service.desk("controller", "controller").announceExtension(view.id(), new AnnounceExtension(customer.view(view.id()).version(), "complexity", "Seven systems are searched."));
    }

    /** As staff see it, once it is in that state. */
    private NoticeView notice(RequestView view, NoticeKind kind, NoticeView.State state) {
        var found = new NoticeView[1];
        await().atMost(LONG).until(() -> {
            service.as("handler", "case-handler").get(view.id()).notices().stream().filter(each -> each.kind() == kind && each.state() == state).findFirst()
                    .ifPresent(each -> found[0] = each);
            return found[0] != null;
        });
        return found[0];
    }

    private static String messageId(NoticeView notice) {
        return "<" + notice.id() + "@innsyn.example>";
    }

    private java.util.List<String> events(NoticeView notice) {
        return service.jdbc().queryForList("select payload_type from domain_event where aggregate_id = ? order by sequence_number", String.class, notice.id().toString());
    }
}
