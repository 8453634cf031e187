package org.innsyn.dsr.desk;

import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.identity.IdentityCodes;
import org.innsyn.dsr.notice.Outbox;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.ConfirmByCode;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one-time codes and takes them. */
@Component
class CodeDesk implements DisposableBean {

    /** Of a reference nobody has. */
    private static final RequestId NONE = RequestId.parse("00000000-0000-4000-8000-000000000000");
    private static final int MOST_IN_A_MINUTE = 60;
    private static final int WAITING = 100;

    private static final Logger log = LoggerFactory.getLogger(CodeDesk.class);

    /** One at a time, and not more than so many waiting: what is too much is left out, and can be asked for again. */
    private final ExecutorService later = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), run -> new Thread(run, "one-time-codes"), new ThreadPoolExecutor.DiscardPolicy());

    private final Desk desk;
    private final IdentityCodes codes;
    private final Outbox outbox;
    private final RequestDispatcher requests;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CodeDesk(Desk desk, IdentityCodes codes, Outbox outbox, RequestDispatcher requests, TransactionTemplate transaction, Clock clock) {
        this.desk = desk;
        this.codes = codes;
        this.outbox = outbox;
        this.requests = requests;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** For a case-handler, who may know what there is. */
    void send(RequestId id, long version) {
        var request = desk.find(id).orElseThrow(Desk::notFound);
        if (request.state().isClosed()) {
            throw new Rejected(Reason.NOT_NOW, "This request is closed. Nothing was changed; the controller can reopen it.");
        }
        if (request.version() != version) {
            throw new Rejected(Reason.STALE, "Somebody changed this request in the meantime. Nothing was changed; look at it again and decide anew.");
        }
        if (!issue(id, version)) {
            throw new Problem(429, "too-many", "Too many codes", "Three codes were sent in the last hour. Nothing was changed; try again later.");
        }
    }

    /** For anybody: nothing tells whether there is such a request, not even how long the answer takes, so the work is done after it. */
    void sendQuietly(String reference) {
        later.execute(() -> {
            try {
                sendIfKnown(reference);
            } catch (RuntimeException e) {
                log.warn("a one-time code that was asked for was not sent: {}", e.getClass().getSimpleName());
            }
        });
    }

    private void sendIfKnown(String reference) {
        codes.open(reference).filter(_ -> codes.issuedLately() < MOST_IN_A_MINUTE).flatMap(desk::find).ifPresent(request -> issue(request.id(), request.version()));
    }

    @Override
    public void destroy() {
        later.shutdown();
    }

    private boolean issue(RequestId id, long version) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var notice = codes.issue(id, version);
            notice.ifPresent(it -> outbox.send(id, it));
            return notice.isPresent();
        }));
    }

    void confirmQuietly(@Nullable String reference, @Nullable String code) {
        confirm(reference == null ? NONE : codes.open(reference).orElse(NONE), code);
    }

    /** @throws Problem code-wrong, whatever is wrong */
    void confirm(RequestId id, @Nullable String code) {
        String given = code == null ? "" : code.strip();
        if (!codes.take(id, given.substring(0, Math.min(given.length(), 20)))) {
            throw new Problem(422, "code-wrong", "That is not the code", "It is wrong, over, used or there is none. Nothing was changed; ask for a new one.");
        }
        requests.send(new ConfirmByCode(id, clock.instant()));
    }
}
