package org.innsyn.audit.breach;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.innsyn.platform.crypto.Sha256;

/** Names a breach. */
public record BreachId(@JsonValue UUID value) {

    @JsonCreator
    public BreachId {}

    /** Of the breach a finding shows: concluded so twice, it is the same one (RFC 9562 version 8). */
    public static BreachId of(UUID finding) {
        var hash = ByteBuffer.wrap(Sha256.of(("breach\n" + finding).getBytes(StandardCharsets.UTF_8)));
        return new BreachId(new UUID(hash.getLong() & ~0xF000L | 0x8000L, hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L));
    }

    /** The form in which Axon stores aggregate identifiers. */
    @Override
    public String toString() {
        return value.toString();
    }
}
