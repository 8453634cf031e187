package org.innsyn.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.innsyn.capture.delivery.AuditEndpoint;
import org.innsyn.capture.delivery.Delivery;
import org.innsyn.capture.event.Event;
import org.innsyn.capture.event.EventWriter;
import org.innsyn.capture.spool.Spool;

/**
 * Captures accesses to personal data and has them reported. One for each application and process; for any number of threads.
 *
 * <p>Guarantees: what {@link #before} returned from is on the disk, sealed, and is delivered until the audit-service has answered for it, over
 * crashes and restarts, under the same id every time. Nothing is dropped: when there is no room, callers wait or fail.
 *
 * <p>Does not guarantee: anything against whoever can write to the spool's folder; anything of accesses that nobody captures.
 */
public final class Capture implements AutoCloseable {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final CaptureSettings settings;
    private final Spool spool;
    private final EventWriter writer;
    private final AuditEndpoint endpoint;
    private final Delivery delivery;
    private final Thread delivering;

    private Capture(CaptureSettings settings, Spool spool) {
        this.settings = settings;
        this.spool = spool;
        writer = new EventWriter(settings.source(), settings.numbered(), UUID::randomUUID);
        endpoint = new AuditEndpoint(settings.auditService(), settings.token(), settings.clock());
        delivery = new Delivery(spool, endpoint, settings.listener(), settings.longestRetry(), RandomGenerator.getDefault());
        delivering = Thread.ofPlatform().daemon().name("innsyn-capture-delivery").start(delivery);
        Thread.ofPlatform().daemon().name("innsyn-capture-sync").start(() -> {
            while (spool.syncNext()) {
                // It waits for something to sync.
            }
        });
    }

    /**
     * Opens the spool, goes on with what is in it, and begins to deliver.
     *
     * @throws SpoolUnusable when the spool is another process's, or was sealed with another key; the application should not start then
     */
    public static Capture open(CaptureSettings settings) {
        // A new spool counts from the time on: should a spool be lost, the numbers jump, and the audit-service sees that something is missing.
        long first = ChronoUnit.MICROS.between(Instant.EPOCH, settings.clock().instant());
        return new Capture(settings, Spool.open(settings.folder(), mayBeNew -> key(settings, mayBeNew), settings.mostBytes(), first));
    }

    private static SpoolKey key(CaptureSettings settings, boolean mayBeNew) {
        if (settings.key() != null) {
            return settings.key();
        }
        var folder = settings.folder().toAbsolutePath();
        Path file = folder.resolveSibling(folder.getFileName() + ".key");
        return mayBeNew ? SpoolKey.inOrNew(file) : SpoolKey.in(file);
    }

    /**
     * Mode <em>before</em>, for people's accesses: when this returns, the access is on the disk, and the data may be handed out. Callers at the
     * same time share the wait for the disk.
     *
     * @return the ids it is reported under: one, or one for each part of a large access
     * @throws NotCaptured when it was not captured; do not hand out the data
     */
    public List<UUID> before(Access access) {
        var events = events(access);
        spool.awaitDurable(spool.append(events, settings.patience()));
        return ids(events);
    }

    /**
     * Mode <em>after</em>, for programs that touch very many people: when this returns, the access survives the end of this process; the disk
     * has it a moment later. When the spool is full it waits until there is room, however long that takes.
     *
     * @return the ids it is reported under: one, or one for each part of a large access
     * @throws NotCaptured when the disk failed, the spool is closed, or the waiting thread was interrupted: it was not captured
     */
    public List<UUID> after(Access access) {
        var events = events(access);
        spool.append(events, null);
        return ids(events);
    }

    private List<Event> events(Access access) {
        return writer.write(access, Objects.requireNonNullElseGet(access.at(), () -> settings.clock().instant()));
    }

    private static List<UUID> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    /**
     * Waits until everything captured is acknowledged or refused.
     *
     * @return whether it is; otherwise the rest is delivered later, by this process or the next
     */
    public boolean drain(Duration patience) throws InterruptedException {
        return spool.awaitEmpty(patience);
    }

    public CaptureState state() {
        var counts = spool.counts();
        return new CaptureState(counts.events(), counts.bytes(), delivery.recorded(), spool.refusals().all().size(), counts.damages(), counts.torn(), delivery.away());
    }

    /** What the audit-service will not record as it is, in the order it was refused. */
    public List<Refused> refused() {
        return spool.refusals().all().stream().map(kept -> kept.why()).toList();
    }

    /**
     * Reports once more what was refused, with the same ids, after what was wrong is put right (a token that did not allow the source, say).
     *
     * @return how many are still refused
     * @throws IOException when the audit-service did not answer; what was not taken is still kept
     */
    public int reportRefusedAgain() throws IOException, InterruptedException {
        return delivery.again();
    }

    /** Stops delivering and gives the folder free. What is captured and not acknowledged stays, and is delivered when the spool is opened again. */
    @Override
    public void close() {
        delivery.stop();
        delivering.interrupt();
        boolean interrupted = join(delivering);
        endpoint.close();
        spool.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean join(Thread thread) {
        try {
            thread.join(LONGEST_STOP);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Never what is captured. */
    @Override
    public String toString() {
        return "Capture[" + settings.source() + "]";
    }
}
