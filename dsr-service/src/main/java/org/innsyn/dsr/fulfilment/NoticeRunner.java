package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.identity.IdentityCodes;
import org.innsyn.dsr.notice.Hindrance;
import org.innsyn.dsr.notice.KnownAddresses;
import org.innsyn.dsr.notice.Letters;
import org.innsyn.dsr.notice.MailRoom;
import org.innsyn.dsr.notice.MailSettings;
import org.innsyn.dsr.notice.NotSent;
import org.innsyn.dsr.notice.Notice;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.RequestCommand.ExtendRequest;
import org.innsyn.schemas.request.NoticeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends notices. One that a server took just before a crash is sent again, as the same message. The notice of an extension extends when a server has
 * it, and not before: its delivery is what the law asks to see (GDPR Art. 12(3)).
 */
@Component
class NoticeRunner implements TaskRunner {

    /** As long as mail servers themselves try (RFC 5321 section 4.5.4.1). */
    private static final Duration LONGEST = Duration.ofDays(5);
    private static final Duration UNTIL_THERE_IS_A_SERVER = Duration.ofHours(1);

    private final Notices notices;
    private final RequestHistories histories;
    private final KnownAddresses addresses;
    private final Letters letters;
    private final MailRoom mail;
    private final IdentityCodes codes;
    private final MailSettings settings;
    private final RequestDispatcher requests;
    private final TaskQueue queue;
    private final Clock clock;

    NoticeRunner(
            Notices notices,
            RequestHistories histories,
            KnownAddresses addresses,
            Letters letters,
            MailRoom mail,
            IdentityCodes codes,
            MailSettings settings,
            RequestDispatcher requests,
            TaskQueue queue,
            Clock clock) {
        this.notices = notices;
        this.histories = histories;
        this.addresses = addresses;
        this.letters = letters;
        this.mail = mail;
        this.codes = codes;
        this.settings = settings;
        this.requests = requests;
        this.queue = queue;
        this.clock = clock;
    }

    /** What waited for a mail server goes out with the first start that knows one. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (mail.isOpen()) {
            queue.wake(kind());
        }
    }

    @Override
    public TaskKind kind() {
        return TaskKind.NOTICE;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var notice = notices.find(UUID.fromString(Objects.requireNonNull(task.system()))).orElseThrow();
        if (notice.state() != Notice.State.WAITING) {
            return new Progress.Finished(() -> {});
        }
        if (!mail.isOpen()) {
            notices.waits(notice.id(), Hindrance.NO_SERVER);
            return new Progress.Waiting(UNTIL_THERE_IS_A_SERVER);
        }
        return send(notice, histories.get(task.request()));
    }

    private Progress send(Notice notice, RequestHistory request) {
        try {
            var to = address(notice, request);
            if (to.isEmpty()) {
                return failed(notice, Hindrance.NO_ADDRESS);
            }
            if (notice.kind() == NoticeKind.CODE && !codes.isOpen(notice.id())) {
                return failed(notice, Hindrance.TOO_LATE);
            }
            var receipt = mail.send(notice, to.get(), letters.write(notice, request.events(), more(notice)));
            var sentAt = clock.instant();
            return new Progress.Finished(() -> {
                if (notices.sent(notice, receipt, sentAt) && notice.kind() == NoticeKind.EXTENSION) {
                    extend(notice, sentAt);
                }
            });
        } catch (NotSent e) {
            return e.isForGood() ? failed(notice, e.why()) : later(notice, e.why());
        } catch (SystemUnavailable e) {
            return later(notice, Hindrance.addressAway(Objects.requireNonNull(e.getMessage())));
        }
    }

    private Progress later(Notice notice, Hindrance why) {
        if (notice.createdAt().plus(LONGEST).isBefore(clock.instant())) {
            return failed(notice, Hindrance.triedFor(LONGEST.toDays()));
        }
        notices.waits(notice.id(), why);
        throw new SystemUnavailable(why.sentence());
    }

    private Map<String, String> more(Notice notice) {
        return notice.kind() == NoticeKind.CODE ? codes.words(notice.id()) : Map.of();
    }

    private Optional<String> address(Notice notice, RequestHistory request) {
        return notice.recipient() == null ? addresses.of(request.id(), request.reference()) : Optional.ofNullable(recipientsMail(notice.recipient()));
    }

    private @Nullable String recipientsMail(String title) {
        return settings.recipients().values().stream()
                .filter(recipient -> recipient.title().equals(title) && recipient.mail() != null)
                .map(MailSettings.Recipient::mail)
                .findFirst()
                .orElse(null);
    }

    private Progress failed(Notice notice, Hindrance why) {
        return new Progress.Finished(() -> notices.failed(notice, why, clock.instant()));
    }

    private void extend(Notice notice, Instant sentAt) {
        try {
            requests.sendOnNewest(notice.request(), version -> new ExtendRequest(
                    notice.request(), version, Objects.requireNonNull(notice.ground()), sentAt, true, Objects.requireNonNull(notice.said()),
                    Objects.requireNonNull(notice.by()), clock.instant()));
        } catch (Rejected e) {
            // It was closed while the mail was on its way: there is nothing left to extend, and the notice stays on record.
        }
    }
}
