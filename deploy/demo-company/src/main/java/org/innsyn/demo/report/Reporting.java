package org.innsyn.demo.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.innsyn.demo.DemoConfiguration;

/** Empties the outbox over both channels, each on a thread of its own, trying again for as long as it takes. */
public final class Reporting implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_WHEN_AWAY_MILLIS = 500;

    private final DemoConfiguration configuration;
    private final Journal journal;
    private final Tally tally = new Tally();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads;

    /** @param journalFolder where acknowledged ids are written down */
    public Reporting(DemoConfiguration configuration, Path journalFolder) {
        this.configuration = configuration;
        journal = new Journal(journalFolder);
        threads = List.of(
                Thread.ofPlatform().name("report-http").start(() -> report(new HttpReporter(configuration))),
                Thread.ofPlatform().name("report-kafka").start(() -> report(new KafkaReporter(configuration))));
    }

    /** What was answered so far. */
    public Tally tally() {
        return tally;
    }

    /**
     * Waits until nothing is left to report.
     *
     * @param patienceMillis how long
     * @return whether nothing is left
     */
    public boolean drain(long patienceMillis) throws InterruptedException {
        draining.set(true);
        long deadline = System.currentTimeMillis() + patienceMillis;
        for (Thread thread : threads) {
            thread.join(Math.max(1, deadline - System.currentTimeMillis()));
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    private void report(Reporter reporter) {
        try (reporter) {
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

    /** @return whether the channel's outbox is empty; otherwise Innsyn or the company's own database is away */
    private boolean reportUntilAway(Reporter reporter) throws InterruptedException {
        try (Connection connection = configuration.connect()) {
            Outbox outbox = new Outbox(connection);
            List<Outbox.Waiting> waiting = outbox.oldest(reporter.channel(), reporter.batchSize());
            while (!waiting.isEmpty() && !stopped.get()) {
                List<String> answers = reporter.send(waiting);
                journal.acknowledge(waiting, reporter.channel(), answers);
                answers.forEach(answer -> tally.count(reporter.channel(), answer));
                outbox.remove(waiting);
                waiting = outbox.oldest(reporter.channel(), reporter.batchSize());
            }
            return waiting.isEmpty();
        } catch (Away | SQLException away) {
            return false;
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        threads.forEach(Thread::interrupt);
        journal.close();
    }
}
