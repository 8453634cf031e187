package org.innsyn.dsr.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.AccountHashes;
import org.innsyn.dsr.vault.AccountHashes.Fingerprint;
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
        var sent = new Sent(reader.signedIn().id(), key, call.getMethod() + " " + call.getRequestURI(), json.writeValueAsBytes(command));
        return Objects.requireNonNull(transaction.execute(_ -> run(sent, action)));
    }

    /** The same for a command about something else than a request, by its id. */
    UUID runFor(Reader reader, Object command, Supplier<UUID> action) {
        return run(reader, command, () -> new RequestId(action.get())).value();
    }

    /** The second of two at the same time waits here for the first one's transaction. */
    private RequestId run(Sent sent, Supplier<RequestId> action) {
        var fingerprint = hashes.ofCommand(sent.address(), sent.body());
        int noted = jdbc.update(
                "insert into idempotency_key (caller, key, fingerprint_key, fingerprint, noted_at) values (?, ?, ?, ?, ?) on conflict do nothing",
                sent.caller(), sent.key(), fingerprint.key(), fingerprint.hash(), Timestamp.from(clock.instant()));
        if (noted == 0) {
            return repeated(sent);
        }
        var request = action.get();
        jdbc.update("update idempotency_key set request_id = ? where caller = ? and key = ?", request.value(), sent.caller(), sent.key());
        return request;
    }

    private RequestId repeated(Sent sent) {
        var known = jdbc.queryForObject(
                "select fingerprint_key, fingerprint, request_id from idempotency_key where caller = ? and key = ?",
                (row, _) -> new Known(new Fingerprint(row.getInt(1), row.getBytes(2)), row.getObject(3, UUID.class)), sent.caller(), sent.key());
        if (known == null || !hashes.isOf(known.fingerprint(), sent.address(), sent.body())) {
            throw new Problem(422, "key-reused", "This key belongs to another command",
                    "The idempotency key was used for something else before. Nothing was changed; send it with a key of its own.");
        }
        return new RequestId(known.request());
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.update("delete from idempotency_key where noted_at < ?", Timestamp.from(clock.instant().minus(REMEMBERED)));
    }

    /** A command on its way. */
    private record Sent(String caller, String key, String address, byte[] body) {}

    private record Known(Fingerprint fingerprint, UUID request) {}
}
