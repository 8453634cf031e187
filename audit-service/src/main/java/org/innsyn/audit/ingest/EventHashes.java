package org.innsyn.audit.ingest;

import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.schemas.access.AccessEvent;
import tools.jackson.databind.json.JsonMapper;

/** Keyed hashes by which a repeated report is recognised without keeping what it said. */
final class EventHashes {

    private final KeyedHash ids;
    private final KeyedHash contents;
    private final JsonMapper json = JsonMapper.builder().build();

    EventHashes(KeyedHash ids, KeyedHash contents) {
        this.ids = ids;
        this.contents = contents;
    }

    byte[] id(String source, String id) {
        return ids.of(source, id);
    }

    /** Of what the event says: the same over HTTP and Kafka, and however its JSON was laid out. */
    byte[] content(AccessEvent event) {
        return contents.of(event.time().toInstant().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), json.writeValueAsBytes(event.data()));
    }
}
