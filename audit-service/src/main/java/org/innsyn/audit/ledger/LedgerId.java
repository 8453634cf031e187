package org.innsyn.audit.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A ledger's random id: says nothing of whose it is. Ordered, so that ledgers are always locked in the same order. */
public record LedgerId(@JsonValue UUID value) implements Comparable<LedgerId> {

    @JsonCreator
    public LedgerId {}

    public static LedgerId of(String text) {
        return new LedgerId(UUID.fromString(text));
    }

    /** By unsigned halves, as PostgreSQL orders uuids and as their text is ordered; {@link UUID#compareTo} orders by signed ones. */
    @Override
    public int compareTo(LedgerId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    /** The form in which Axon stores aggregate identifiers. */
    @Override
    public String toString() {
        return value.toString();
    }
}
