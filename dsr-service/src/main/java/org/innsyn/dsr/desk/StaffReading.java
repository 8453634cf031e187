package org.innsyn.dsr.desk;

import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.RequestId;
import org.springframework.stereotype.Component;

/** Reading a request as staff, for what others show of it: written down before anything is shown. */
@Component
public class StaffReading {

    private final Desk desk;

    StaffReading(Desk desk) {
        this.desk = desk;
    }

    /** @throws org.innsyn.platform.web.Problem not-found; reading-not-recorded when the access could not be written down */
    public RequestHistory read(RequestId id) {
        return desk.read(id, Reader.current());
    }
}
