package org.innsyn.dsr.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.notice.Outbox;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.request.DeskCommands.Acknowledge;
import org.innsyn.schemas.request.DeskCommands.AnnounceExtension;
import org.innsyn.schemas.request.NoticeKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff do with notices: have one sent, and note that a recipient knows. */
@Component
class NoticeDesk {

    private final Desk desk;
    private final Notices notices;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeDesk(Desk desk, Notices notices, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.desk = desk;
        this.notices = notices;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the extension itself would be refused for is refused before anything is sent; whether it is in time is judged when a server has the letter. */
    void announceExtension(RequestId id, AnnounceExtension command, Party by) {
        var request = desk.find(id).orElseThrow(Desk::notFound);
        if (request.state().isClosed()) {
            throw new Rejected(Reason.NOT_NOW, "This request is closed. Nothing was changed; the controller can reopen it.");
        }
        if (request.version() != command.version()) {
            throw new Rejected(Reason.STALE, "Somebody changed this request in the meantime. Nothing was changed; look at it again and decide anew.");
        }
        if (by.equals(request.person())) {
            throw new Rejected(Reason.SAME_PERSON, "Nobody handles their own request. Nothing was changed; somebody else has to do it.");
        }
        transaction.executeWithoutResult(_ -> {
            var said = Objects.requireNonNull(desk.said(id, command.reasons()));
            var notice = notices.plan(id, NoticeKind.EXTENSION, request.version(), said, command.ground(), by)
                    .orElseThrow(() -> new Rejected(Reason.NOT_NOW, "This notice is on its way already. Nothing was changed."));
            outbox.send(id, notice);
        });
    }

    void acknowledge(RequestId id, UUID notice, Acknowledge command, Party by) {
        var found = notices.find(notice).filter(it -> it.request().equals(id) && it.kind() == NoticeKind.RECIPIENT)
                .orElseThrow(() -> new Problem(404, "not-found", "No such notice", "There is no notice to a recipient here."));
        Instant at = command.acknowledgedAt();
        if (at.isAfter(clock.instant()) || at.isBefore(found.createdAt())) {
            throw Texts.invalid("acknowledgedAt lies between the notice and now.");
        }
        transaction.executeWithoutResult(_ -> notices.acknowledge(found, at, desk.said(id, command.text()), by));
    }
}
