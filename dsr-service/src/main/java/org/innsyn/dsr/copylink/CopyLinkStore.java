package org.innsyn.dsr.copylink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The links that still work, by the hash of what they carry. One a request. */
@Component
class CopyLinkStore {

    private static final int TOKEN_BYTES = 32;

    private final JdbcTemplate jdbc;
    private final RandomSource random;
    private final Clock clock;

    CopyLinkStore(JdbcTemplate jdbc, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** A new token, in place of the request's earlier one; in the caller's transaction. */
    String make(RequestId request, Instant expiresAt) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(TOKEN_BYTES));
        jdbc.update("""
                insert into copy_link (token_hash, request_id, made_at, expires_at) values (?, ?, ?, ?)
                on conflict (request_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, expires_at = excluded.expires_at""",
                hash(token), request.value(), Timestamp.from(clock.instant()), Timestamp.from(expiresAt));
        return token;
    }

    /** Spends a token, in the caller's transaction: of two at the same time one gets it. Empty for one that is unknown, spent or too old. */
    Optional<RequestId> spend(String token) {
        return jdbc.queryForList("delete from copy_link where token_hash = ? and expires_at > ? returning request_id", UUID.class,
                        hash(token), Timestamp.from(clock.instant()))
                .stream()
                .map(RequestId::new)
                .findFirst();
    }

    private static byte[] hash(String token) {
        return Sha256.of(token.getBytes(UTF_8));
    }
}
