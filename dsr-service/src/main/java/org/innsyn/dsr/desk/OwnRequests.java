package org.innsyn.dsr.desk;

import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.RequestId;
import org.springframework.stereotype.Component;

/** A person's own requests, for what others offer about them. */
@Component
public class OwnRequests {

    private final Desk desk;

    OwnRequests(Desk desk) {
        this.desk = desk;
    }

    /** The caller's request. @throws org.innsyn.platform.web.Problem not-found, also when it is somebody else's */
    public RequestHistory get(RequestId id) {
        return desk.find(id).filter(it -> it.person().equals(desk.partyIn(it, Reader.current()))).orElseThrow(Desk::notFound);
    }
}
