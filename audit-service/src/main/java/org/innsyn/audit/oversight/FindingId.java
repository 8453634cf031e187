package org.innsyn.audit.oversight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.innsyn.platform.crypto.Sha256;

/** Names a finding by what it is about: noticed again, it is the same finding. */
public record FindingId(@JsonValue UUID value) {

    @JsonCreator
    public FindingId {}

    /** From the SHA-256 of what is folded into one finding (RFC 9562 version 8). */
    static FindingId of(FindingSubject about) {
        var words = about.kind() + "\n" + about.source() + "\n" + about.actor() + "\n" + about.object() + "\n" + about.purpose() + "\n" + about.period();
        var hash = ByteBuffer.wrap(Sha256.of(words.getBytes(StandardCharsets.UTF_8)));
        return new FindingId(new UUID(hash.getLong() & ~0xF000L | 0x8000L, hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L));
    }

    /** The form in which Axon stores aggregate identifiers. */
    @Override
    public String toString() {
        return value.toString();
    }
}
