package org.innsyn.dsr.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.AccountHashes;
import org.innsyn.platform.web.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a command with an {@code Idempotency-Key} out once, however often it is sent: the key is noted in the command's own transaction. What is
 * answered to a repetition is the request as it is now; no answer is kept, because it would hold personal data.
 */
@Component
class Once {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final HttpServletRequest call;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AccountHashes hashes;
    private final JsonMapper json;
    private final Clock clock;

    /** @param call the current call */
    Once(HttpServletRequest call, JdbcTemplate jdbc, TransactionTemplate transaction, AccountHashes hashes, JsonMapper json, Clock clock) {
        this.call = call;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.hashes = hashes;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param command what was sent
     * @param action carries it out and tells which request it was about
     * @return the same request for a repetition, for which nothing is done
     * @throws Problem key-reused when the key came with another command before
     */
    RequestId run(Reader reader, Object command, Supplier<RequestId> action) {
        var key = call.getHeader(HEADER);
        if (key == null) {
            return action.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Texts.invalid(HEADER + " has 1 to " + LONGEST_KEY + " characters.");
        }
        byte[] fingerprint = hashes.ofCommand(call.getMethod() + " " + call.getRequestURI(), json.writeValueAsBytes(command));
        return Objects.requireNonNull(transaction.execute(_ -> run(reader.signedIn().id(), key, fingerprint, action)));
    }

    /** The same for a command about something else than a request, by its id. */
    UUID runFor(Reader reader, Object command, Supplier<UUID> action) {
        return run(reader, command, () -> new RequestId(action.get())).value();
    }

    /** The second of two at the same time waits here for the first one's transaction. */
    private RequestId run(String caller, String key, byte[] fingerprint, Supplier<RequestId> action) {
        int noted = jdbc.update(
                "insert into idempotency_key (caller, key, fingerprint, noted_at) values (?, ?, ?, ?) on conflict do nothing",
                caller, key, fingerprint, Timestamp.from(clock.instant()));
        if (noted == 0) {
            return repeated(caller, key, fingerprint);
        }
        var request = action.get();
        jdbc.update("update idempotency_key set request_id = ? where caller = ? and key = ?", request.value(), caller, key);
        return request;
    }

    private RequestId repeated(String caller, String key, byte[] fingerprint) {
        var known = jdbc.queryForObject(
                "select fingerprint, request_id from idempotency_key where caller = ? and key = ?",
                (row, _) -> new Known(row.getBytes(1), row.getObject(2, UUID.class)), caller, key);
        if (known == null || !Arrays.equals(known.fingerprint(), fingerprint)) {
            throw new Problem(422, "key-reused", "This key belongs to another command",
                    "The idempotency key was used for something else before. Nothing was changed; send it with a key of its own.");
        }
        return new RequestId(known.request());
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.update("delete from idempotency_key where noted_at < ?", Timestamp.from(clock.instant().minus(REMEMBERED)));
    }

    private record Known(byte[] fingerprint, UUID request) {}
}
