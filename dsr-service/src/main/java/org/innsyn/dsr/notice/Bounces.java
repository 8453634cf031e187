package org.innsyn.dsr.notice;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.link.Upgrade;
import org.innsyn.dsr.connector.mail.MailFeed;
import org.innsyn.dsr.connector.mail.MailFeed.Place;
import org.innsyn.dsr.connector.mail.MailServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the mailbox in which letters come back, and notes which did. Each message is looked at in one transaction with the place that was reached: killed in
 * between it is looked at again, and two instances do not note it twice.
 */
@Component
public class Bounces {

    /** Servers give up after five days (RFC 5321 section 4.5.4.1); what comes much later is no such report. */
    static final Duration BELIEVED = Duration.ofDays(14);
    /** A report comes before what is returned, and the headers of that at its beginning. */
    private static final int MOST_BYTES = 256 * 1024;

    private final BounceSettings settings;
    private final SslBundles certificates;
    private final Notices notices;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Bounces(BounceSettings settings, SslBundles certificates, Notices notices, JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.settings = settings;
        this.certificates = certificates;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        if (settings.isConfigured()) {
            server();
        }
    }

    /**
     * Looks at what came in since.
     *
     * @param undelivered told of each letter that came back, in the transaction that notes it
     * @throws org.innsyn.dsr.connector.SystemUnavailable when the mailbox cannot be read; the next look goes on where this one ended
     */
    public void read(java.util.function.Consumer<Notice> undelivered) {
        new MailFeed(server(), settings.folder(), MOST_BYTES).read(last(), (place, receivedAt, message) -> transaction.executeWithoutResult(_ -> {
            if (reached(place)) {
                DeliveryReport.of(message).ifPresent(report -> note(report, receivedAt == null ? clock.instant() : receivedAt, undelivered));
            }
        }));
    }

    private void note(DeliveryReport report, Instant at, java.util.function.Consumer<Notice> undelivered) {
        var notice = notices.find(report.notice()).filter(it -> it.state() == Notice.State.SENT).orElse(null);
        if (notice == null || at.isAfter(Objects.requireNonNull(notice.settledAt()).plus(BELIEVED))) {
            return;
        }
        if (!report.failed()) {
            notices.late(notice, report.status());
        } else if (notices.bounced(notice, report.status(), clock.instant())) {
            undelivered.accept(notice);
        }
    }

    private @Nullable Place last() {
        return jdbc.query("select uid_validity, last_uid from bounce_reading where folder = ?", (row, _) -> new Place(row.getLong(1), row.getLong(2)), settings.folder())
                .stream().findFirst().orElse(null);
    }

    /** @return whether nobody else was here */
    private boolean reached(Place place) {
        return jdbc.update("""
                insert into bounce_reading (folder, uid_validity, last_uid) values (?, ?, ?)
                on conflict (folder) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
                 where bounce_reading.uid_validity <> excluded.uid_validity or bounce_reading.last_uid < excluded.last_uid""",
                settings.folder(), place.uidValidity(), place.uid()) == 1;
    }

    private MailServer server() {
        var address = URI.create(String.valueOf(settings.url()));
        boolean upgraded = "imap+starttls".equals(address.getScheme());
        boolean encrypted = upgraded || "imaps".equals(address.getScheme());
        if (!encrypted && !"imap".equals(address.getScheme()) || address.getHost() == null || settings.username() == null) {
            throw new IllegalStateException(
                    "innsyn.mail.bounces.url begins with imaps:// or imap+starttls://, or with imap:// on this machine, and username says who signs in.");
        }
        int port = address.getPort() >= 0 ? address.getPort() : encrypted && !upgraded ? 993 : 143;
        var sockets = !encrypted ? null : settings.trust() == null
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : certificates.getBundle(settings.trust()).createSslContext().getSocketFactory();
        return new MailServer(address.getHost(), port, sockets, upgraded ? Upgrade.IMAP : null, settings.username(), settings.secret(), Limits.USUAL);
    }
}
