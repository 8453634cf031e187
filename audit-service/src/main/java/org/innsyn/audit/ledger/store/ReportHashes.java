package org.innsyn.audit.ledger.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.schemas.access.AccessData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keyed hashes by which a repeated report is recognised without keeping what it said. Made with the keys that were seen last; whoever
 * records finds out in the transaction whether they still are the keys.
 */
public final class ReportHashes {

    private final HashKeys keys;
    private final JsonMapper json = JsonMapper.builder().build();
    private volatile @Nullable ReportKeys seen;

    ReportHashes(HashKeys keys) {
        this.keys = keys;
    }

    /** Of an event: the same over HTTP and Kafka, and however its JSON was laid out. */
    public Fingerprint of(String source, String id, Instant occurredAt, AccessData data) {
        return made(source, id, () -> new byte[][] {occurredAt.toString().getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(data)});
    }

    /** Of something that is there once, whatever it says. */
    public Fingerprint of(String source, String id) {
        return made(source, id, () -> new byte[0][]);
    }

    private Fingerprint made(String source, String id, Supplier<byte[][]> content) {
        var print = new Fingerprint(source, id, content);
        print.with(seen());
        return print;
    }

    /** What is kept instead of the id: 32 bytes, others after the keys have changed. */
    public byte[] id(String source, String id) {
        var now = seen();
        return now.ids().of(now.current(), source.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys that were seen last: one instance for as long as they stay the same. */
    ReportKeys seen() {
        var last = seen;
        if (last == null) {
            last = ReportKeys.of(keys.rings());
            seen = last;
        }
        return last;
    }

    /** They are not the keys any more. */
    void forget() {
        seen = null;
    }
}
