package org.innsyn.dsr.history;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestId;
import org.springframework.stereotype.Component;

/** Reads requests from the event store. */
@Component
public class RequestHistories {

    private final EventStore events;

    RequestHistories(EventStore events) {
        this.events = events;
    }

    /** A request as it stands; empty when there is none of this id. */
    public Optional<RequestHistory> find(RequestId request) {
        List<RequestEvent> told = events.readEvents(request.toString()).asStream()
                .map(message -> (RequestEvent) message.getPayload())
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(RequestHistory.of(told));
    }

    /** A request that is known to exist. */
    public RequestHistory get(RequestId request) {
        return find(request).orElseThrow(() -> new IllegalStateException("There is no request " + request));
    }
}
