package org.innsyn.audit.ledger.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets submissions that come at the same time share units of work. A few writers each take whatever waits, up to a unit's bound, and
 * never wait for more: while one unit commits, the next one gathers. A large report is dealt out among the writers by whose data it is.
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
    /** For whichever writer is free first. */
    private final Deque<Waiting> anybodys = new ArrayDeque<>();
    /** For one writer each, see {@link Shares}. */
    private final List<Deque<Waiting>> own;
    private long arrived;
    private boolean open = true;

    /** A submission and when it came, as a number that grows. */
    private record Waiting(Submission submission, long arrived) {}

    public GroupCommit(Recorder recorder, WaitingRoom room, int writers) {
        this.recorder = recorder;
        this.room = room;
        this.own = IntStream.range(0, writers).<Deque<Waiting>>mapToObj(i -> new ArrayDeque<>()).toList();
        this.writers = IntStream.range(0, writers).mapToObj(i -> new Thread(() -> write(own.get(i)), "recorder-" + (i + 1))).toList();
        this.writers.forEach(Thread::start);
    }

    /**
     * Records each access once and waits for it; returns what became of each, in order. A caller that goes away changes nothing.
     *
     * @throws Overloaded when too much waits already
     * @throws NotRecorded when it could not be done: some of it may have been, and reported again is told apart
     */
    public List<Outcome> record(List<ReportedAccess> accesses) {
        return await(Shares.of(accesses, writers.size()).map(shares -> submitShares(accesses, shares)).orElseGet(() -> submit(accesses, 0, null)));
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
        var submission = new Submission(accesses, alongside, room.enter(entries(accesses), bytes)::close, new CompletableFuture<>());
        enqueue(submission, anybodys);
        return submission.outcomes();
    }

    /** The room is taken for all of it at once, and given back when the last share is done. */
    private CompletableFuture<List<Outcome>> submitShares(List<ReportedAccess> accesses, int[] shares) {
        var place = room.enter(entries(accesses), 0);
        var parts = new ArrayList<Submission>();
        for (int writer = 0; writer < own.size(); writer++) {
            int share = writer;
            var part = IntStream.range(0, shares.length).filter(i -> shares[i] == share).mapToObj(accesses::get).toList();
            parts.add(new Submission(part, null, () -> {}, part.isEmpty() ? CompletableFuture.completedFuture(List.of()) : new CompletableFuture<>()));
            if (!part.isEmpty()) {
                enqueue(parts.getLast(), own.get(writer));
            }
        }
        return CompletableFuture.allOf(parts.stream().map(Submission::outcomes).toArray(CompletableFuture[]::new))
                .whenComplete((done, failed) -> place.close())
                .thenApply(done -> inOrder(parts, shares));
    }

    private static List<Outcome> inOrder(List<Submission> parts, int[] shares) {
        var outcomes = parts.stream().map(part -> part.outcomes().join().iterator()).toList();
        return Arrays.stream(shares).mapToObj(share -> outcomes.get(share).next()).toList();
    }

    private static int entries(List<ReportedAccess> accesses) {
        return accesses.stream().mapToInt(ReportedAccess::entries).sum();
    }

    private void enqueue(Submission submission, Deque<Waiting> queue) {
        lock.lock();
        try {
            if (open) {
                queue.add(new Waiting(submission, arrived++));
                changed.signalAll();
            } else {
                submission.fail(new NotRecorded("the service is stopping", null));
            }
        } finally {
            lock.unlock();
        }
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

    private void write(Deque<Waiting> mine) {
        for (var group = next(mine); !group.isEmpty(); group = next(mine)) {
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
    private List<Submission> next(Deque<Waiting> mine) {
        var group = new ArrayList<Submission>();
        lock.lock();
        try {
            while (older(mine, anybodys).isEmpty() && open) {
                changed.awaitUninterruptibly();
            }
            int entries = 0;
            for (var queue = older(mine, anybodys); !queue.isEmpty(); queue = older(mine, anybodys)) {
                entries += queue.peek().submission().entries();
                if (!group.isEmpty() && entries > Recorder.ENTRIES_PER_UNIT) {
                    break;
                }
                group.add(queue.remove().submission());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** The queue whose first came first; an empty one when both are. */
    private static Deque<Waiting> older(Deque<Waiting> one, Deque<Waiting> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.peek().arrived() < other.peek().arrived() ? one : other;
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
            for (var queue : Stream.concat(Stream.of(anybodys), own.stream()).toList()) {
                queue.forEach(each -> each.submission().fail(new NotRecorded("the service stopped before its turn came", null)));
                queue.clear();
            }
        } finally {
            lock.unlock();
        }
    }
}
