package org.innsyn.audit.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innsyn.audit.ingest.Parsed.Invalid;
import org.innsyn.audit.ingest.Parsed.Valid;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.AccessEventsApi;
import org.innsyn.schemas.access.Rejection;
import org.innsyn.schemas.access.Rejection.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads events strictly: unknown fields, wrong types and doubled keys are errors, each told for its event alone. */
final class EventReader {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final AccessEventRules rules = new AccessEventRules();

    /**
     * Reads a batch.
     *
     * @throws Problem 400 when it is no JSON array, 413 when it has too many events
     */
    List<Parsed> batch(byte[] bytes) {
        return slices(bytes).stream().map(this::event).toList();
    }

    /** The bytes of each element; nothing is judged before the whole array is known to be one. */
    private List<byte[]> slices(byte[] bytes) {
        var slices = new ArrayList<byte[]>();
        try (var parser = json.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notAnArray();
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (slices.size() == AccessEventsApi.MAX_EVENTS) {
                    throw new Problem(413, "batch-too-large", "Too many events",
                            "A batch holds at most " + AccessEventsApi.MAX_EVENTS + " events. Nothing of this one was recorded; send it in parts.");
                }
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                int to = (int) parser.currentLocation().getByteOffset();
                slices.add(java.util.Arrays.copyOfRange(bytes, from, to));
            }
            if (parser.nextToken() != null) {
                throw notAnArray();
            }
            return slices;
        } catch (JacksonException e) {
            throw notAnArray();
        }
    }

    private static Problem notAnArray() {
        return new Problem(400, "malformed", "The batch cannot be read",
                "The body must be a JSON array of CloudEvents (" + AccessEventsApi.BATCH_MEDIA_TYPE + "). Nothing was recorded.");
    }

    /** Reads and judges one event. */
    Parsed event(byte[] bytes) {
        if (bytes.length > AccessEvent.MAX_BYTES) {
            return invalid(bytes, Code.TOO_LARGE, "the event is larger than " + AccessEvent.MAX_BYTES / 1024 + " KiB; report it in parts");
        }
        AccessEvent event;
        try {
            event = json.readValue(bytes, AccessEvent.class);
        } catch (DatabindException e) {
            // A wrong type is told as such also when the data that goes with it is of another shape.
            return foreignType(bytes).orElseGet(() -> invalid(bytes, Code.MALFORMED, "cannot be read at " + path(e)));
        } catch (JacksonException e) {
            return invalid(bytes, Code.MALFORMED, "is no JSON object");
        }
        if (event == null) {
            return new Invalid(null, null, new Rejection(Code.MALFORMED, "is no JSON object"));
        }
        return rules.violation(event).<Parsed>map(reason -> new Invalid(event.source(), event.id(), reason)).orElseGet(() -> new Valid(event));
    }

    private Optional<Parsed> foreignType(byte[] bytes) {
        var type = text(bytes, "type");
        return type == null || type.equals(AccessEvent.TYPE)
                ? Optional.empty()
                : Optional.of(invalid(bytes, Code.UNKNOWN_TYPE, AccessEventRules.UNKNOWN_TYPE));
    }

    private Invalid invalid(byte[] bytes, Code code, String detail) {
        return new Invalid(text(bytes, "source"), text(bytes, "id"), new Rejection(code, detail));
    }

    /** Reads one member without trusting the rest. */
    private @Nullable String text(byte[] bytes, String member) {
        try {
            JsonNode value = json.readTree(bytes).get(member);
            return value != null && value.isString() && value.stringValue().length() <= AccessEventRules.MAX_ID ? value.stringValue() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Field names only; Jackson's own message may quote the value. */
    private static String path(DatabindException e) {
        var path = new StringBuilder();
        e.getPath().forEach(step -> path.append(step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "/" + AccessEventRules.known(step.getPropertyName())));
        return path.isEmpty() ? "the top" : path.toString();
    }
}
