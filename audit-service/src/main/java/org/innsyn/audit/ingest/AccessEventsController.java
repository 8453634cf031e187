package org.innsyn.audit.ingest;

import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.access.AccessEventsApi;
import org.innsyn.schemas.access.ReportResult;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
class AccessEventsController implements AccessEventsApi {

    private final EventReader reader;
    private final Intake intake;

    AccessEventsController(EventReader reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    @Override
    public ReportResult report(byte[] batch) {
        return new ReportResult(intake.take(reader.batch(batch), SignedIn.current().sources()::contains));
    }
}
