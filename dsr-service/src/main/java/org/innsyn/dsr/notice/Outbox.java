package org.innsyn.dsr.notice;

import java.util.UUID;
import org.innsyn.dsr.request.RequestId;

/** Has planned notices sent. */
public interface Outbox {

    /** In the caller's transaction; sent once that has committed. */
    void send(RequestId request, UUID notice);
}
