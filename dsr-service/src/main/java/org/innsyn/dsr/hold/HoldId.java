package org.innsyn.dsr.hold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.innsyn.dsr.request.RequestId;

/** Names one hold. Random, so it tells nothing about the person. */
public record HoldId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldId {}

    /** Under this name what may tell about somebody lies in the vault, under a key of its own, as a request's does. */
    public RequestId inVault() {
        return new RequestId(value);
    }

    /** The UUID's text; also the aggregate identifier. */
    @Override
    public String toString() {
        return value.toString();
    }
}
