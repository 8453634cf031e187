package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Somebody who acts on a request, by the opaque subject of their token. Two parties are the same person exactly when these are equal.
 */
public record Party(@JsonValue String sub) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Party {
        if (sub.isBlank()) {
            throw new IllegalArgumentException("A party has a subject");
        }
    }
}
