package org.innsyn.audit.ingest;

import java.time.Duration;
import org.innsyn.audit.ledger.store.NotRecorded;
import org.innsyn.audit.ledger.store.Overloaded;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.access.AccessEventsApi;
import org.innsyn.schemas.access.ReportResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
class AccessEventsController implements AccessEventsApi {

    private static final Logger log = LoggerFactory.getLogger(AccessEventsController.class);

    private final EventReader reader;
    private final Intake intake;

    AccessEventsController(EventReader reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    @Override
    public ReportResult report(byte[] batch) {
        try {
            return new ReportResult(intake.take(reader.batch(batch), SignedIn.current().sources()::contains));
        } catch (Overloaded e) {
            throw tooMuchWaits(e);
        } catch (NotRecorded e) {
            log.error("a reported batch could not be recorded: {}", e.getMessage());
            log.debug("cause", e);
            throw new Problem(503, "not-recorded", "The batch could not be recorded right now",
                    "It is not known whether all of it was. Send the same again: what was recorded is then a duplicate.").retryAfter(Duration.ofSeconds(2));
        }
    }

    /** The same answer before a batch is read and after. */
    static Problem tooMuchWaits(Overloaded e) {
        return new Problem(429, "overloaded", "Too much waits to be recorded",
                "Nothing of this batch was recorded. Send the same again after the seconds in Retry-After.").retryAfter(e.retryAfter());
    }
}
