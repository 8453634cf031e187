package org.innsyn.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.innsyn.capture.NotCaptured;
import org.innsyn.capture.SpoolUnusable;
import org.innsyn.demo.desk.Desk;
import org.innsyn.demo.report.Channel;
import org.innsyn.demo.report.Reporting;
import org.innsyn.demo.report.Tally;

/**
 * {@code ./innsyn demo traffic}: the company's people and programs work on customers' data for a while, and every access
 * is reported.
 */
public final class SupportDesk {

    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 20;

    private static final CountDownLatch FINISHED = new CountDownLatch(1);
    private static volatile boolean stopping;

    private SupportDesk() {}

    /**
     * {@code PROPERTIES_FILE [--seconds N]}; ends with 0 when everything made was acknowledged, otherwise with 1. Asked to
     * stop, it makes no more accesses and reports those it made.
     */
    public static void main(String[] arguments) throws InterruptedException {
        DemoConfiguration configuration = DemoConfiguration.read(Path.of(arguments[0]));
        Duration duration = duration(arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(SupportDesk::stop, "stop"));
        System.out.println("The demo company works for " + duration.toSeconds() + " s.");
        boolean done = false;
        try (Reporting reporting = new Reporting(configuration, Desk.source())) {
            Desk desk = new Desk(RandomGenerator.getDefault(), Clock.systemUTC(), reporting.capture());
            work(configuration, desk, duration);
            done = reporting.drain(PATIENCE);
            print(desk, reporting.tally(), done, configuration);
        } catch (SpoolUnusable taken) {
            System.err.println("Nobody works now: " + taken.getMessage() + ".");
        }
        FINISHED.countDown();
        System.exit(done ? 0 : 1);
    }

    private static void stop() {
        stopping = true;
        try {
            FINISHED.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration duration(String[] arguments) {
        if (arguments.length == 1) {
            return USUAL;
        }
        if (arguments.length == 3 && arguments[1].equals("--seconds") && arguments[2].matches("[1-9]\\d{0,5}")) {
            return Duration.ofSeconds(Long.parseLong(arguments[2]));
        }
        System.err.println("demo traffic knows --seconds N, with a number of seconds from 1 on.");
        System.exit(2);
        return USUAL;
    }

    private static void work(DemoConfiguration configuration, Desk desk, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (!stopping && System.nanoTime() < end) {
            try (Connection connection = configuration.connect()) {
                while (!stopping && System.nanoTime() < end) {
                    desk.work(connection);
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (SQLException | NotCaptured away) {
                // The database went away in the middle of a piece of work, or it could not be captured: that work was not done. Another follows.
                Thread.sleep(500);
            }
        }
    }

    private static void print(Desk desk, Tally tally, boolean done, DemoConfiguration configuration) {
        long rejected = tally.rejected();
        System.out.printf("Accesses made        %d%n", desk.made());
        System.out.printf(
                "Reported over HTTP   %d recorded, %d duplicate, %d rejected%n",
                tally.of(Channel.HTTP, "recorded"), tally.of(Channel.HTTP, "duplicate"), rejected);
        System.out.printf("Accepted by Kafka    %d%n", tally.of(Channel.KAFKA, "accepted"));
        System.out.println(done ? "Nothing waits." : "Some accesses still wait in the company's spool and outbox; the next run reports them.");
        System.out.println("Acknowledged ids: " + configuration.journal().resolve("acknowledged.log"));
    }
}
