package org.innsyn.dsr.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.vault.VaultKey;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is kept of requests and may identify or describe somebody. Takes part in the caller's transaction. Once a request's key is
 * destroyed, everything of it is absent.
 */
@Component
public class RequestVault {

    private static final int REVISION = 1;

    private final JdbcTemplate jdbc;
    private final VaultKeys keys;
    private final Clock clock;

    RequestVault(JdbcTemplate jdbc, VaultKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps a value, in place of what was kept before. */
    public void put(RequestId request, Field field, String value) {
        put(request, field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a value, in place of what was kept before. */
    public void put(RequestId request, Field field, byte[] value) {
        VaultKey key = keyOf(request);
        jdbc.update("""
                insert into request_detail (request_id, field, key_id, revision, sealed) values (?, ?, ?, ?, ?)
                on conflict (request_id, field) do update set key_id = excluded.key_id, revision = excluded.revision, sealed = excluded.sealed""",
                request.value(), field.name(), key.id(), REVISION, key.seal(request.value(), field.name(), REVISION, value));
    }

    /** A kept text; empty when there is none or its key is gone. */
    public Optional<String> text(RequestId request, Field field) {
        return bytes(request, field).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** A kept value; empty when there is none or its key is gone. */
    public Optional<byte[]> bytes(RequestId request, Field field) {
        return jdbc.query(
                        "select key_id, revision, sealed from request_detail where request_id = ? and field = ?",
                        (row, _) -> new Sealed(row.getObject(1, java.util.UUID.class), row.getInt(2), row.getBytes(3)),
                        request.value(), field.name())
                .stream()
                .findFirst()
                .flatMap(sealed -> keys.byId(sealed.key()).map(key -> key.open(request.value(), field.name(), sealed.revision(), sealed.value())));
    }

    /** Forgets a value. */
    public void remove(RequestId request, Field field) {
        jdbc.update("delete from request_detail where request_id = ? and field = ?", request.value(), field.name());
    }

    /** The request's own key, for what is kept elsewhere for a while. */
    public VaultKey keyOf(RequestId request) {
        return keys.forOwner(request.value(), clock.instant().atZone(clock.getZone()).getYear());
    }

    /** A key by its id; empty when it was destroyed. */
    public Optional<VaultKey> key(java.util.UUID id) {
        return keys.byId(id);
    }

    private record Sealed(java.util.UUID key, int revision, byte[] value) {}
}
