package org.innsyn.capture.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.innsyn.capture.CaptureListener;
import org.innsyn.capture.Refused;
import org.innsyn.capture.spool.Batch;
import org.innsyn.capture.spool.Damage;
import org.innsyn.capture.spool.Spool;
import org.innsyn.capture.spool.Spooled;

/**
 * Delivers batch after batch, in order. A batch leaves the spool when each of its events is recorded, was recorded before, or is kept among
 * the refused ones; until then the same is sent again.
 */
public final class Delivery implements Runnable {

    private static final Batch.Limits LIMITS = new Batch.Limits(500, 2_000, 4 * 1024 * 1024);
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** How often an event that alone could not be recorded "for a reason on our side" is sent again before it is set aside. */
    private static final int MORE_TRIES = 3;
    private static final String NOT_RECORDED = "not-recorded";

    private final Spool spool;
    private final AuditEndpoint endpoint;
    private final CaptureListener listener;
    private final Backoff backoff;
    private final ReentrantLock exchange = new ReentrantLock();
    private final AtomicLong recorded = new AtomicLong();
    private volatile boolean stopped;
    private volatile boolean away;

    /** @param longestWait between two tries, unless the audit-service asks for more */
    public Delivery(Spool spool, AuditEndpoint endpoint, CaptureListener listener, Duration longestWait, RandomGenerator random) {
        this.spool = spool;
        this.endpoint = endpoint;
        this.listener = listener;
        backoff = new Backoff(Duration.ofMillis(200), longestWait, random);
    }

    /** How many events were acknowledged since the start. */
    public long recorded() {
        return recorded.get();
    }

    /** Whether the last try had no answer. */
    public boolean away() {
        return away;
    }

    /** The thread that runs this is to be interrupted after it. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                one();
            } catch (InterruptedException e) {
                // Stopped, or interrupted by somebody who should not: the loop's condition knows.
            } catch (IOException | RuntimeException e) {
                rest(Duration.ZERO, "the spool or this program: " + e.getClass().getSimpleName());
            }
        }
    }

    private void one() throws IOException, InterruptedException {
        var batch = spool.next(LIMITS, IDLE);
        if (batch.isEmpty()) {
            spool.tidy();
            return;
        }
        tell(batch.damages());
        deliver(batch.events(), 0);
        tell(spool.acknowledge(batch));
    }

    private void deliver(List<Spooled> events, int tries) throws IOException, InterruptedException {
        while (!events.isEmpty()) {
            var again = new ArrayList<Spooled>();
            switch (exchange(events, results -> again.addAll(settle(events, results, tries)))) {
                case Answer.Results results -> {
                    if (!again.isEmpty()) {
                        Thread.sleep(backoff.next(Duration.ZERO));
                        deliver(again, tries + 1);
                    }
                    return;
                }
                case Answer.Unreadable(int status) when events.size() == 1 -> {
                    refuse(events.getFirst(), new Answer.Result(Answer.Status.REJECTED, "answered-" + status, "the event alone was not taken"));
                    return;
                }
                case Answer.Unreadable unreadable -> {
                    deliver(events.subList(0, events.size() / 2), tries);
                    deliver(events.subList(events.size() / 2, events.size()), tries);
                    return;
                }
                case Answer.Later(var atLeast, var why) -> restInterruptibly(atLeast, why);
            }
        }
    }

    /** What is done with results. */
    private interface Settling {
        void settle(List<Answer.Result> results) throws IOException;
    }

    /** Asks and settles as one: an event that was refused must not be set aside after somebody else has reported it successfully. */
    private Answer exchange(List<Spooled> events, Settling settling) throws IOException, InterruptedException {
        exchange.lockInterruptibly();
        try {
            var answer = endpoint.report(events);
            if (answer instanceof Answer.Results results) {
                wentWell();
                settling.settle(results.each());
            }
            return answer;
        } finally {
            exchange.unlock();
        }
    }

    /** @return those to be sent once more */
    private List<Spooled> settle(List<Spooled> events, List<Answer.Result> results, int tries) throws IOException {
        var again = new ArrayList<Spooled>();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var result = results.get(i);
            if (result.status() != Answer.Status.REJECTED) {
                acknowledged(event, result);
            } else if (result.code().equals(NOT_RECORDED) && tries < MORE_TRIES) {
                again.add(event);
            } else {
                refuse(event, result);
            }
        }
        return again;
    }

    private void acknowledged(Spooled event, Answer.Result result) {
        recorded.incrementAndGet();
        tell(told -> told.acknowledged(event.id(), event.people(), result.status() == Answer.Status.DUPLICATE));
    }

    private void refuse(Spooled event, Answer.Result result) throws IOException {
        var refused = new Refused(event.id(), event.people(), result.code(), result.detail());
        spool.refusals().add(refused, event);
        tell(told -> told.refused(refused));
    }

    /**
     * Sends once more what was refused, and forgets what is taken now. For any thread.
     *
     * @return how many are still refused
     * @throws IOException when there was no answer, or the refused ones cannot be written
     */
    public int again() throws IOException, InterruptedException {
        for (var kept : spool.refusals().all()) {
            var event = kept.event();
            var answer = exchange(List.of(event), results -> {
                if (results.getFirst().status() != Answer.Status.REJECTED) {
                    acknowledged(event, results.getFirst());
                    spool.refusals().remove(other -> other.event().id().equals(event.id()));
                }
            });
            if (answer instanceof Answer.Later later) {
                throw new IOException("the audit-service cannot be asked now: " + later.why());
            }
        }
        return spool.refusals().all().size();
    }

    private void wentWell() {
        backoff.reset();
        if (away) {
            away = false;
            tell(CaptureListener::back);
        }
    }

    private void restInterruptibly(Duration atLeast, String why) throws InterruptedException {
        var wait = backoff.next(atLeast);
        if (!away) {
            away = true;
            tell(told -> told.away(why, wait));
        }
        Thread.sleep(wait);
    }

    private void rest(Duration atLeast, String why) {
        try {
            restInterruptibly(atLeast, why);
        } catch (InterruptedException e) {
            // As in run.
        }
    }

    private void tell(List<Damage> damages) {
        damages.forEach(each -> tell(told -> told.damaged(each.keptIn(), each.firstNumber(), each.lastNumber())));
    }

    private void tell(Consumer<CaptureListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            // A listener that fails must not stop delivery.
        }
    }
}
