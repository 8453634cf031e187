package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one request. Random, so it tells nothing about the person. */
public record RequestId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestId {}

    /** @throws IllegalArgumentException when the text is no UUID */
    public static RequestId parse(String text) {
        return new RequestId(UUID.fromString(text));
    }

    /** The UUID's text; also the aggregate identifier. */
    @Override
    public String toString() {
        return value.toString();
    }
}
