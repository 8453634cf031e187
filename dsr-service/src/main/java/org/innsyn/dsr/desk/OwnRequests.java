package org.innsyn.dsr.desk;

import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.RequestView;
import org.springframework.stereotype.Component;

/** A person's own requests, for what others offer about them. */
@Component
public class OwnRequests {

    private final Desk desk;
    private final RequestViews views;

    OwnRequests(Desk desk, RequestViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** The caller's request. @throws org.innsyn.platform.web.Problem not-found, also when it is somebody else's */
    public RequestHistory get(RequestId id) {
        return desk.find(id).filter(it -> it.person().equals(desk.partyIn(it, Reader.current()))).orElseThrow(Desk::notFound);
    }

    /** The same as the caller may see it. */
    public RequestView view(RequestId id) {
        return views.view(get(id), Reader.current());
    }
}
