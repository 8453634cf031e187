package org.innsyn.audit.ledger.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.schemas.access.AccessData;
import tools.jackson.databind.json.JsonMapper;

/** Keyed hashes by which a repeated report is recognised without keeping what it said. */
public final class ReportHashes {

    private final KeyedHash ids;
    private final KeyedHash contents;
    private final JsonMapper json = JsonMapper.builder().build();

    ReportHashes(KeyedHash ids, KeyedHash contents) {
        this.ids = ids;
        this.contents = contents;
    }

    public byte[] id(String source, String id) {
        return ids.of(source, id);
    }

    /** Of what is said: the same over HTTP and Kafka, and however its JSON was laid out. */
    public byte[] content(Instant occurredAt, AccessData data) {
        return contents.of(occurredAt.toString().getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(data));
    }
}
