package org.innsyn.schemas.request;

import java.util.UUID;
import org.innsyn.schemas.request.Liftings.Lift;
import org.innsyn.schemas.request.Liftings.LiftedByHand;
import org.innsyn.schemas.request.Liftings.Lifting;
import org.innsyn.schemas.request.Liftings.Told;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Ending a restriction that was carried out. The person is told before it is lifted (GDPR Art. 18(3)): by a notice, or in another way that somebody records. Problems: {@code not-found} 404, {@code not-now}
 * 409, {@code stale} 409, {@code invalid} 422, {@code reading-not-recorded} 503.
 */
@HttpExchange("/api/v1/requests/{id}/restriction-lifting")
public interface LiftingsApi {

    /** Roles: the subject the request belongs to, case-handler, controller, dpo. Problem {@code not-found} while the restriction stands. */
    @GetExchange
    Lifting lifting(@PathVariable("id") UUID id);

    /** Decides that it ends, and has the person told; once they are, systems are asked. Said again, what failed is tried again. Role: controller. */
    @PostExchange
    Lifting lift(@PathVariable("id") UUID id, @RequestBody Lift command);

    /** The person was told in another way than by mail. Saying it twice changes nothing. Role: case-handler. */
    @PostExchange("/told")
    Lifting told(@PathVariable("id") UUID id, @RequestBody Told command);

    /** A person lifted what no system could, once the person concerned was told. Role: case-handler. */
    @PostExchange("/hand-records")
    Lifting byHand(@PathVariable("id") UUID id, @RequestBody LiftedByHand command);
}
