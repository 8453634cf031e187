package org.innsyn.dsr.worklist;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.notice.Notice;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.PersonAnswered;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.OpenPoint;

/** Tells what is open about a request beside what its state says. */
final class OpenPoints {

    private OpenPoints() {}

    /** @param notices the request's, oldest first */
    static Set<OpenPoint> of(RequestHistory request, List<Notice> notices) {
        var open = EnumSet.noneOf(OpenPoint.class);
        if (notices.stream().anyMatch(notice -> isGivenUp(notice, notices))) {
            open.add(OpenPoint.LETTER);
        }
        if (!request.state().isClosed()) {
            add(open, OpenPoint.IDENTITY, request.identity() == null);
            add(open, OpenPoint.ANSWER, request.question() != null);
            add(open, OpenPoint.MESSAGE, isAnswered(request));
            add(open, OpenPoint.STOP, request.isStopped());
            add(open, OpenPoint.HOLD, request.items().stream().anyMatch(item -> item.state() == ItemState.ON_HOLD));
            add(open, OpenPoint.FAILURE, request.items().stream().anyMatch(item -> item.state() == ItemState.FAILED));
        }
        return open;
    }

    private static void add(Set<OpenPoint> open, OpenPoint point, boolean is) {
        if (is) {
            open.add(point);
        }
    }

    /** What a case-handler recorded they know already. */
    private static boolean isAnswered(RequestHistory request) {
        boolean answered = false;
        for (RequestEvent event : request.events()) {
            if (event instanceof PersonAnswered answer) {
                answered = answer.by().equals(request.person());
            } else if (event instanceof RequestPrepared) {
                answered = false;
            }
        }
        return answered && request.decidedAt() == null;
    }

    private static boolean isGivenUp(Notice notice, List<Notice> all) {
        return notice.state() == Notice.State.FAILED
                && notice.acknowledgedAt() == null
                && all.stream().noneMatch(other -> other.state() == Notice.State.SENT && other.kind() == notice.kind()
                        && Objects.equals(other.recipient(), notice.recipient()) && other.createdAt().isAfter(notice.createdAt()));
    }
}
