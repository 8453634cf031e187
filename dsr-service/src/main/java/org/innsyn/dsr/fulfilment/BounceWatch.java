package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.util.Objects;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.notice.BounceSettings;
import org.innsyn.dsr.notice.Bounces;
import org.innsyn.dsr.notice.Notice;
import org.innsyn.dsr.request.RequestCommand.RecordUndelivered;
import org.innsyn.platform.clockwork.Clockwork;
import org.innsyn.schemas.request.NoticeKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks from time to time which letters came back. An extension whose notice did was told to nobody, and has no effect (GDPR Art. 12(3)). */
@Component
class BounceWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BounceWatch.class);

    private final BounceSettings settings;
    private final Bounces bounces;
    private final RequestDispatcher requests;
    private final Clock clock;
    private Clockwork clockwork;

    BounceWatch(BounceSettings settings, Bounces bounces, RequestDispatcher requests, Clock clock) {
        this.settings = settings;
        this.bounces = bounces;
        this.requests = requests;
        this.clock = clock;
    }

    private void look() {
        try {
            bounces.read(this::undelivered);
        } catch (SystemUnavailable e) {
            log.warn("{} It is looked again.", e.getMessage());
        } catch (RuntimeException e) {
            log.warn("what came back waits: {}; nothing is lost", e.getClass().getSimpleName());
            log.debug("what came back waits", e);
        }
    }

    private void undelivered(Notice notice) {
        if (notice.kind() == NoticeKind.EXTENSION) {
            requests.send(new RecordUndelivered(notice.request(), Objects.requireNonNull(notice.said()), clock.instant()));
        }
    }

    @Override
    public void start() {
        clockwork = new Clockwork("bounces", 1);
        if (settings.isConfigured()) {
            clockwork.every(settings.every(), this::look);
        }
    }

    @Override
    public void stop() {
        clockwork.stop(Workshop.PATIENCE);
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }

    @Override
    public int getPhase() {
        return Workshop.PHASE;
    }
}
