package org.innsyn.audit.ledger.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets submissions that come at the same time share units of work. A few writers each take whatever waits, up to a unit's bound, and
 * never wait for more: while one unit commits, the next one gathers.
 *
 * <p>Guarantees that a submission is told {@link Outcome#RECORDED} only for what is committed, whoever else was in the unit; that one
 * submission, or one access of a submission, which cannot be recorded fails nobody else's; and that everything accepted is either
 * recorded or told otherwise. Does not guarantee an order between submissions.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final Recorder recorder;
    private final WaitingRoom room;
    private final List<Thread> writers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Submission> waiting = new ArrayDeque<>();
    private boolean open = true;

    public GroupCommit(Recorder recorder, WaitingRoom room, int writers) {
        this.recorder = recorder;
        this.room = room;
        this.writers = IntStream.rangeClosed(1, writers).mapToObj(i -> new Thread(this::write, "recorder-" + i)).toList();
        this.writers.forEach(Thread::start);
    }

    /**
     * Records each access once and waits for it; returns what became of each, in order. A caller that goes away changes nothing.
     *
     * @throws Overloaded when too much waits already
     * @throws NotRecorded when it could not be done: some of it may have been, and reported again is told apart
     */
    public List<Outcome> record(List<ReportedAccess> accesses) {
        return await(submit(accesses, 0, null));
    }

    /**
     * Records all accesses and runs {@code alongside} in the same transaction with what became of them; all of it happens or nothing.
     *
     * @param bytes what the report takes in memory
     */
    public List<Outcome> recordAll(List<ReportedAccess> accesses, long bytes, Consumer<List<Outcome>> alongside) {
        return await(submit(accesses, bytes, alongside));
    }

    private CompletableFuture<List<Outcome>> submit(List<ReportedAccess> accesses, long bytes, @Nullable Consumer<List<Outcome>> alongside) {
        if (accesses.isEmpty() && alongside == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        int entries = accesses.stream().mapToInt(ReportedAccess::entries).sum();
        var submission = new Submission(accesses, alongside, room.enter(entries, bytes), new CompletableFuture<>());
        lock.lock();
        try {
            if (open) {
                waiting.add(submission);
                changed.signal();
            } else {
                submission.fail(new NotRecorded("the service is stopping", null));
            }
        } finally {
            lock.unlock();
        }
        return submission.outcomes();
    }

    private static List<Outcome> await(CompletableFuture<List<Outcome>> outcomes) {
        try {
            return outcomes.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotRecorded("nobody waits for it any more", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new NotRecorded("the unit of work failed", e.getCause());
        }
    }

    private void write() {
        for (var group = next(); !group.isEmpty(); group = next()) {
            try {
                new Unit(recorder, group).run();
            } catch (Throwable e) {
                // Not even an error may leave somebody waiting, or end the writer.
                log.error("a unit of work ended with {}; its submissions are told so", e.getClass().getName());
                log.debug("cause", e);
                group.forEach(submission -> submission.fail(e));
            }
        }
    }

    /** Whatever waits, up to a unit's bound; empty when there will be no more. */
    private List<Submission> next() {
        var group = new ArrayList<Submission>();
        lock.lock();
        try {
            while (waiting.isEmpty() && open) {
                changed.awaitUninterruptibly();
            }
            for (int entries = 0; !waiting.isEmpty() && (group.isEmpty() || entries + waiting.peek().entries() <= Recorder.ENTRIES_PER_UNIT); ) {
                var submission = waiting.remove();
                entries += submission.entries();
                group.add(submission);
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it still takes submissions. */
    boolean isOpen() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more, and waits until what was accepted is recorded; what is not after half a minute is told so. */
    @Override
    public void close() {
        lock.lock();
        try {
            open = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            long deadline = System.nanoTime() + LONGEST_END.toNanos();
            for (var writer : writers) {
                writer.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandon();
    }

    private void abandon() {
        lock.lock();
        try {
            waiting.forEach(submission -> submission.fail(new NotRecorded("the service stopped before its turn came", null)));
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }
}
