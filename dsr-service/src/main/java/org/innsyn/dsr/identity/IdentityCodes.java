package org.innsyn.dsr.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.schemas.request.NoticeKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One-time codes that show whose address it is (rule L7).
 *
 * <p>Guarantees: a code is right for fifteen minutes, five attempts and once, and only the newest of a request; there are at most three an hour for a request. It
 * is derived from its notice's id under a key beside the database, so nothing at rest gives it away, and compared in constant time.
 *
 * <p>Does not guarantee that nobody else reads the mailbox.
 */
@Component
public class IdentityCodes {

    private static final int DIGITS = 8;
    private static final int ATTEMPTS = 5;
    private static final int AN_HOUR = 3;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final KeyedHash hash;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Notices notices;
    private final Clock clock;

    IdentityCodes(KeyFolder keys, JdbcTemplate jdbc, TransactionTemplate transaction, Notices notices, Clock clock) {
        this.hash = new KeyedHash(keys.getOrCreate("identity-codes-000001"));
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Issues a code, in the caller's transaction.
     *
     * @param about the request's version
     * @return the notice that carries it, to be sent; empty when there were too many in the last hour
     */
    public Optional<UUID> issue(RequestId request, long about) {
        var now = clock.instant();
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 3))", _ -> {}, request.toString());
        long lately = jdbc.queryForObject("select count(*) from identity_code where request_id = ? and issued_at > ?",
                Long.class, request.value(), Timestamp.from(now.minus(Duration.ofHours(1))));
        if (lately >= AN_HOUR) {
            return Optional.empty();
        }
        var notice = notices.plan(request, NoticeKind.CODE, about, null).orElseThrow();
        jdbc.update("insert into identity_code (notice_id, request_id, issued_at, expires_at) values (?, ?, ?, ?)",
                notice, request.value(), Timestamp.from(now), Timestamp.from(now.plus(LIFE)));
        return Optional.of(notice);
    }

    /** Whether the code of a notice can still be given. */
    public boolean isOpen(UUID notice) {
        return jdbc.queryForObject("select count(*) from identity_code where notice_id = ? and expires_at > ? and used_at is null",
                Long.class, notice, Timestamp.from(clock.instant())) > 0;
    }

    /** What the letter says: the code, and for how many minutes it holds. */
    public Map<String, String> words(UUID notice) {
        return Map.of("code", hash.digits(DIGITS, notice.toString()), "minutes", String.valueOf(LIFE.toMinutes()));
    }

    /** Whether a code is right; every call is an attempt, also one that fails. A right one is used up. */
    public boolean take(RequestId request, String code) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var tried = jdbc.queryForList("""
                    update identity_code set attempts = attempts + 1
                     where notice_id = (select notice_id from identity_code where request_id = ? order by issued_at desc, notice_id desc limit 1)
                       and used_at is null and expires_at > ? and attempts < ?
                    returning notice_id""", UUID.class, request.value(), Timestamp.from(clock.instant()), ATTEMPTS);
            // Where there is none, something is compared all the same: an answer that comes sooner would tell that.
            boolean right = hash.isDigits(code, DIGITS, tried.isEmpty() ? "none" : tried.getFirst().toString()) && !tried.isEmpty();
            if (right) {
                jdbc.update("update identity_code set used_at = ? where notice_id = ?", Timestamp.from(clock.instant()), tried.getFirst());
            }
            return right;
        }));
    }

    /** The open request of a reference. */
    public Optional<RequestId> open(String reference) {
        return jdbc.queryForList("select request_id from request_register where reference = ? and open", UUID.class, reference).stream()
                .findFirst().map(RequestId::new);
    }

    /** How many codes were issued in the last minute, to anybody. */
    public long issuedLately() {
        return jdbc.queryForObject("select count(*) from identity_code where issued_at > ?",
                Long.class, Timestamp.from(clock.instant().minus(Duration.ofMinutes(1))));
    }
}
