package org.innsyn.ui.copylink;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.innsyn.ui.services.LinkedCopies;
import org.innsyn.ui.services.ServiceProblem;

/**
 * Spends a link and passes the copy to the browser as it comes; whatever came of it can be asked for, since a browser shows nothing of a download that
 * failed.
 */
final class Redemption implements DownloadHandler {

    private static final int NOTHING_TO_FETCH = 410;
    private static final int AWAY = 503;

    /** How far it has come. */
    enum Outcome {
        NOT_YET,
        RUNNING,
        FETCHED,
        /** The link was used before, or its time is over. */
        GONE,
        /** Nothing was spent: it can be tried again. */
        AWAY,
        /** The link is used up and the copy did not arrive whole. */
        BROKEN;

        /** Whether there is something to say. */
        boolean isOver() {
            return this != NOT_YET && this != RUNNING;
        }
    }

    private final transient LinkedCopies copies;
    private final String token;
    private final AtomicReference<Outcome> outcome = new AtomicReference<>(Outcome.NOT_YET);

    Redemption(LinkedCopies copies, String token) {
        this.copies = copies;
        this.token = token;
    }

    String token() {
        return token;
    }

    Outcome outcome() {
        return outcome.get();
    }

    /** Pressed twice, it is fetched once. Refusals have a status and no more: an error page would want a sign-in, and take the place of this one. */
    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        if (!outcome.compareAndSet(Outcome.NOT_YET, Outcome.RUNNING)) {
            event.getResponse().setStatus(NOTHING_TO_FETCH);
            return;
        }
        try {
            copies.fetch(token, (fileName, sizeBytes) -> {
                outcome.set(Outcome.BROKEN);
                event.setFileName(fileName);
                event.setContentType("application/zip");
                event.getResponse().setHeader("Cache-Control", "no-store");
                if (sizeBytes >= 0) {
                    event.setContentLength(sizeBytes);
                }
                return event.getOutputStream();
            });
            outcome.set(Outcome.FETCHED);
        } catch (ServiceProblem e) {
            boolean gone = e.kind() == ServiceProblem.Kind.NOT_FOUND;
            if (outcome.compareAndSet(Outcome.RUNNING, gone ? Outcome.GONE : Outcome.AWAY)) {
                event.getResponse().setStatus(gone ? NOTHING_TO_FETCH : AWAY);
            }
        }
    }
}
