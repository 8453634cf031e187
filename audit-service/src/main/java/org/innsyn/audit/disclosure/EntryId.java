package org.innsyn.audit.disclosure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The log entry a question for a name is about; there is one for each. */
public record EntryId(@JsonValue UUID value) {

    @JsonCreator
    public EntryId {}

    /** The form in which Axon stores aggregate identifiers. */
    @Override
    public String toString() {
        return value.toString();
    }
}
