package org.innsyn.dsr.fulfilment;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.IdentityChecked;
import org.innsyn.dsr.request.RequestEvent.PersonAsked;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.Right;
import org.springframework.stereotype.Component;

/** Turns events into notices to the person, in the event's own transaction: nothing happens that is not told, and nothing is told that did not happen. */
@Component
class NoticePlanner {

    private final Notices notices;
    private final TaskQueue queue;

    NoticePlanner(Notices notices, TaskQueue queue, EventStore events) {
        this.notices = notices;
        this.queue = queue;
        events.subscribe(messages -> messages.forEach(this::plan));
    }

    private void plan(EventMessage<?> message) {
        switch (message.getPayload()) {
            case RequestSubmitted it -> tell(it, message, NoticeKind.RECEIVED);
            case PersonAsked it -> tell(it, message, NoticeKind.QUESTION);
            case IdentityChecked it -> tell(it, message, NoticeKind.IDENTITY_CONFIRMED);
            case RequestApproved it -> {
                tell(it, message, NoticeKind.DECIDED);
                if (concernsRecipients(it.right())) {
                    queue.add(it.request(), TaskKind.RECIPIENTS, null, it.at());
                }
            }
            case RequestCompleted it -> {
                tell(it, message, NoticeKind.CARRIED_OUT);
                queue.add(it.request(), TaskKind.RECIPIENTS, null, it.at());
            }
            case RequestPartlyDone it -> {
                tell(it, message, NoticeKind.PARTLY);
                queue.add(it.request(), TaskKind.RECIPIENTS, null, it.at());
            }
            case RequestRefused it -> tell(it, message, NoticeKind.REFUSED);
            default -> {}
        }
    }

    /** GDPR Art. 19. */
    static boolean concernsRecipients(Right right) {
        return right == Right.ERASURE || right == Right.RECTIFICATION || right == Right.RESTRICTION;
    }

    private void tell(RequestEvent event, EventMessage<?> message, NoticeKind kind) {
        long about = ((DomainEventMessage<?>) message).getSequenceNumber();
        notices.plan(event.request(), kind, about, null)
                .ifPresent(notice -> queue.add(event.request(), TaskKind.NOTICE, notice.toString(), event.at()));
    }
}
