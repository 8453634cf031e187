package org.innsyn.demo.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.innsyn.capture.Capture;
import org.innsyn.capture.CaptureSettings;
import org.innsyn.capture.ClientCredentials;
import org.innsyn.demo.DemoConfiguration;

/**
 * The company's two ways of reporting: the support desk captures and the library delivers over HTTP; the billing system has an outbox in its
 * database, which is emptied over Kafka. Both try again for as long as it takes.
 */
public final class Reporting implements AutoCloseable {

    private static final int KAFKA_BATCH = 200;
    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_WHEN_AWAY_MILLIS = 500;

    private final DemoConfiguration configuration;
    private final Journal journal;
    private final Tally tally = new Tally();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Capture capture;
    private final Thread outbox;

    /**
     * Begins to report what is left of the last time.
     *
     * @param deskSource what the support desk reports as
     * @throws org.innsyn.capture.SpoolUnusable when the company works already, in another process
     */
    public Reporting(DemoConfiguration configuration, String deskSource) {
        this.configuration = configuration;
        journal = new Journal(configuration.journal());
        capture = Capture.open(settings(configuration, deskSource).withListener(new DeskAnswers(deskSource, journal, tally)));
        outbox = Thread.ofPlatform().name("report-kafka").start(this::emptyOutbox);
    }

    private static CaptureSettings settings(DemoConfiguration configuration, String deskSource) {
        ClientCredentials token = new ClientCredentials(configuration.tokenUri(), configuration.clientId(), configuration.clientSecret(), "access:report");
        return CaptureSettings.of(deskSource, configuration.auditUrl(), token, configuration.journal().resolve("spool")).withLongestRetry(Duration.ofSeconds(3));
    }

    /** What the support desk captures with. */
    public Capture capture() {
        return capture;
    }

    /** What was answered so far. */
    public Tally tally() {
        return tally;
    }

    /**
     * Waits until nothing is left to report.
     *
     * @return whether nothing is left
     */
    public boolean drain(Duration patience) throws InterruptedException {
        draining.set(true);
        long deadline = System.nanoTime() + patience.toNanos();
        boolean captured = capture.drain(patience);
        outbox.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        return captured && !outbox.isAlive();
    }

    private void emptyOutbox() {
        try (KafkaReporter reporter = new KafkaReporter(configuration)) {
            while (!stopped.get()) {
                boolean lastRound = draining.get(); // Asked before the outbox is read: nothing is added after it.
                boolean empty = reportUntilAway(reporter);
                if (empty && lastRound) {
                    return;
                }
                Thread.sleep(empty ? PAUSE_MILLIS : PAUSE_WHEN_AWAY_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the outbox is empty; otherwise Kafka or the company's own database is away */
    private boolean reportUntilAway(KafkaReporter reporter) throws InterruptedException {
        try (Connection connection = configuration.connect()) {
            Outbox rows = new Outbox(connection);
            List<Outbox.Waiting> waiting = rows.oldest(KAFKA_BATCH);
            while (!waiting.isEmpty() && !stopped.get()) {
                acknowledged(waiting, reporter.send(waiting));
                rows.remove(waiting);
                waiting = rows.oldest(KAFKA_BATCH);
            }
            return waiting.isEmpty();
        } catch (Away | SQLException away) {
            return false;
        }
    }

    private void acknowledged(List<Outbox.Waiting> events, List<String> answers) {
        for (int i = 0; i < events.size(); i++) {
            Outbox.Waiting event = events.get(i);
            journal.acknowledge(event.source(), event.id(), event.people(), Channel.KAFKA, answers.get(i));
            tally.count(Channel.KAFKA, answers.get(i));
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        outbox.interrupt();
        capture.close();
        journal.close();
    }
}
