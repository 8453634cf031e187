package org.innsyn.schemas.access;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Reporting accesses over HTTP. Needs a token with scope {@code access:report}, good for its own sources only. */
@HttpExchange("/api/v1/access-events")
public interface AccessEventsApi {

    String BATCH_MEDIA_TYPE = "application/cloudevents-batch+json";
    /** The most events in one batch. */
    int MAX_EVENTS = 1_000;
    /** The largest batch, in bytes. */
    int MAX_BATCH_BYTES = 8 * 1024 * 1024;

    /**
     * Records a batch. What is answered {@code recorded} survives any crash; one bad event never fails its neighbours.
     *
     * @param batch a JSON array of {@link AccessEvent}, as bytes so that each event is judged by itself
     * @return one result per event, in the order of the batch; 400 when the batch is no JSON array, 413 over its limits;
     *     429 with {@code Retry-After} in seconds when more waits to be recorded than may, 503 when it is not known whether all was
     *     recorded: in both cases the same batch is to be sent again, and what was recorded before is then a duplicate
     */
    @PostExchange(contentType = BATCH_MEDIA_TYPE, accept = "application/json")
    ReportResult report(@RequestBody byte[] batch);
}
