package org.innsyn.capture.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.innsyn.capture.CaptureListener;
import org.innsyn.capture.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the application's log what somebody should know: ids, codes and places, never what was captured. */
abstract class LoggingListener implements CaptureListener {

    private static final Logger log = LoggerFactory.getLogger("org.innsyn.capture");

    /** Tells others. */
    protected abstract void each(Consumer<CaptureListener> news);

    @Override
    public void acknowledged(UUID id, int people, boolean duplicate) {
        each(other -> other.acknowledged(id, people, duplicate));
    }

    @Override
    public void refused(Refused event) {
        log.error("access {} was refused ({}): {}; it is kept", event.id(), event.code(), event.detail());
        each(other -> other.refused(event));
    }

    @Override
    public void damaged(Path keptIn, long first, long last) {
        log.error("records {} to {} of the spool are spoilt; their bytes are kept in {}", first, last, keptIn);
        each(other -> other.damaged(keptIn, first, last));
    }

    @Override
    public void away(String why, Duration nextTry) {
        log.warn("accesses cannot be delivered now ({}); they wait in the spool", why);
        each(other -> other.away(why, nextTry));
    }

    @Override
    public void back() {
        log.info("accesses are delivered again");
        each(CaptureListener::back);
    }
}
