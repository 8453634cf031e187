package org.innsyn.dsr.request;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Raises events of earlier revisions to the shape of today. */
public final class RequestUpcasters implements EventUpcaster {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, UnaryOperator<ObjectNode>> FROM_1_TO_2 = Map.of(
            "request.RequestSubmitted", RequestUpcasters::cameThroughThePortal,
            "request.RequestRefused", RequestUpcasters::onNoNamedGround);

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.map(RequestUpcasters::raise);
    }

    private static IntermediateEventRepresentation raise(IntermediateEventRepresentation event) {
        var change = FROM_1_TO_2.get(event.getType().getName());
        return change == null || !"1".equals(event.getType().getRevision())
                ? event
                : event.upcastPayload(
                        new SimpleSerializedType(event.getType().getName(), "2"),
                        byte[].class,
                        bytes -> JSON.writeValueAsBytes(change.apply((ObjectNode) JSON.readTree(bytes))));
    }

    /** There was no other way in, and nobody stood between the receipt and the record. */
    private static ObjectNode cameThroughThePortal(ObjectNode event) {
        event.put("channel", "portal");
        List.of("receivedAt", "recognisedAt").forEach(field -> event.set(field, event.get("at")));
        return event;
    }

    /** Whether it was late was not judged then, and is not made up now. */
    private static ObjectNode onNoNamedGround(ObjectNode event) {
        return event.put("late", false);
    }
}
