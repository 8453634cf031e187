package org.innsyn.dsr.connector.link;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends an exchange when its time is over, however it is stuck. */
final class AnswerEnd {

    private static final ScheduledExecutorService WATCH =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("answer-watch").factory());

    private final Future<?> end;
    private volatile boolean late;

    private AnswerEnd(Runnable cancel, Duration after) {
        end = WATCH.schedule(() -> {
            late = true;
            cancel.run();
        }, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    static AnswerEnd of(Runnable cancel, Duration after) {
        return new AnswerEnd(cancel, after);
    }

    /** The exchange ended by itself. */
    void reached() {
        end.cancel(false);
    }

    /** What a problem is: that the time was over, for the whole or for a pause within it, or itself. */
    IOException explain(Exception problem) {
        reached();
        if (late || problem instanceof SocketTimeoutException) {
            return new AnswerRefused("the answer takes too long");
        }
        return problem instanceof IOException io ? io : new IOException("the request could not be sent", problem);
    }
}
