package org.innsyn.capture.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.innsyn.capture.NotCaptured;
import org.innsyn.capture.SpoolKey;
import org.innsyn.capture.SpoolUnusable;
import org.innsyn.capture.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way: appended by many threads, read in order by one, deleted when acknowledged.
 *
 * <p>Appending takes a number, seals and writes under one lock, so numbers have no holes: a write that fails is taken back and its numbers
 * are given again. Waiting for the disk is shared: one of those who wait syncs for all whose records are written by then. After a sync that
 * failed nobody knows what the disk has, so the spool takes nothing more until it is opened again.
 */
public final class Spool implements AutoCloseable {

    private static final long DISK_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition synced = lock.newCondition();
    private final Condition news = lock.newCondition();
    private final Condition empty = lock.newCondition();
    private final Folder folder;
    private final Segments segments;
    private final Refusals refusals;
    private final long mostBytes;
    private final long segmentBytes;
    private long durable;
    private long durableSize;
    private boolean syncing;
    private int waiting;
    private long readTo = Segment.HEADER_BYTES;
    private long readNext;
    private long damages;
    private boolean closed;
    private @Nullable IOException broken;

    /**
     * Opens a folder: cuts off a write that did not come to its end, and goes on where it stopped.
     *
     * @param keys gives the key
     * @param mostBytes how many bytes of disk it may take
     * @param firstNumber where numbering begins in a folder that is new
     * @throws SpoolUnusable when another process has it, or the key is not the one
     */
    public static Spool open(Path path, java.util.function.Function<Boolean, SpoolKey> keys, long mostBytes, long firstNumber) {
        Folder folder = null;
        try {
            folder = Folder.take(path);
            return new Spool(folder, new Segments(folder, keys::apply, firstNumber), mostBytes);
        } catch (IOException e) {
            close(folder);
            throw new SpoolUnusable("the spool in " + path + " cannot be opened", e);
        } catch (RuntimeException e) {
            close(folder);
            throw e;
        }
    }

    private static void close(@Nullable Folder folder) {
        try {
            if (folder != null) {
                folder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Spool(Folder folder, Segments segments, long mostBytes) throws IOException {
        this.folder = folder;
        this.segments = segments;
        this.mostBytes = mostBytes;
        refusals = new Refusals(folder, segments.key());
        segmentBytes = Math.clamp(mostBytes / 8, 4 * 1024, 4 * 1024 * 1024);
        durable = segments.newest().next - 1;
        durableSize = segments.newest().size;
        readNext = segments.oldest().first;
        damages = folder.damages();
    }

    /**
     * Writes events one after the other, all or none. They survive the end of this process when this returns, and the end of the machine
     * when {@link #awaitDurable} has returned.
     *
     * @param patience how long to wait for room; null waits for as long as it takes
     * @return the last one's number
     * @throws NotCaptured when nothing was written
     */
    public long append(List<Event> events, @Nullable Duration patience) {
        long needs = events.stream().mapToLong(event -> Frame.MORE_BYTES + Sealer.MORE_BYTES + Spooled.mostBytes(event)).sum();
        if (needs > mostBytes - 2L * Segment.HEADER_BYTES) {
            throw new NotCaptured.NoRoom("the access is larger than the whole spool", null);
        }
        lock.lock();
        try {
            long left = patience == null ? Long.MAX_VALUE : patience.toNanos();
            while (true) {
                left = awaitRoom(needs, left);
                try {
                    segments.append(frames(events), events.size());
                    break;
                } catch (IOException e) {
                    left = diskFailed(e, left);
                }
            }
            long last = segments.newest().next - 1;
            if (segments.newest().size >= segmentBytes) {
                roll();
            }
            news.signalAll();
            return last;
        } finally {
            lock.unlock();
        }
    }

    private byte[] frames(List<Event> events) {
        var segment = segments.newest();
        var frames = new ArrayList<byte[]>();
        int length = 0;
        for (var event : events) {
            long number = segment.next + frames.size();
            var frame = Frame.of(number, segment.sealer.seal(Spooled.plain(event, number), number));
            frames.add(frame);
            length += frame.length;
        }
        var all = ByteBuffer.allocate(length);
        frames.forEach(all::put);
        return all.array();
    }

    private long awaitRoom(long needs, long left) {
        waiting++;
        try {
            while (true) {
                usable();
                if (segments.bytes() + needs <= mostBytes) {
                    return left;
                }
                tidy();
                if (segments.bytes() + needs <= mostBytes) {
                    return left;
                }
                if (left <= 0) {
                    throw new NotCaptured.NoRoom("the spool is full: what is in it is not acknowledged yet", null);
                }
                left = pause(room, left, left);
            }
        } finally {
            waiting--;
        }
    }

    /** @return how much patience is left; a disk that is full may have room again */
    private long diskFailed(IOException e, long left) {
        if (e.getSuppressed().length > 0) {
            broken = e;
            synced.signalAll();
            room.signalAll();
            news.signalAll();
            throw outOfOrder(e);
        }
        if (left <= 0) {
            throw new NotCaptured.NoRoom("the disk does not take it", e);
        }
        return pause(room, Math.min(left, DISK_RETRY_NANOS), left);
    }

    private static long pause(Condition condition, long nanos, long left) {
        try {
            long rest = condition.awaitNanos(nanos);
            return left == Long.MAX_VALUE ? left : left - (nanos - rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCaptured.NoRoom("interrupted while waiting for room", e);
        }
    }

    /** Returns when the record with that number, and all before it, are on the disk. */
    public void awaitDurable(long number) {
        lock.lock();
        try {
            while (durable < number) {
                usable();
                if (syncing) {
                    synced.awaitUninterruptibly();
                } else {
                    sync();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Syncs without the lock, so that others go on writing and wait for the next one together. */
    private void sync() {
        var segment = segments.newest();
        long last = segment.next - 1;
        long size = segment.size;
        syncing = true;
        lock.unlock();
        IOException failure = null;
        try {
            segment.sync();
        } catch (IOException e) {
            failure = e;
        } finally {
            lock.lock();
            syncing = false;
        }
        if (failure == null) {
            durable = last;
            durableSize = size;
        } else {
            broken = failure;
            room.signalAll();
        }
        synced.signalAll();
        news.signalAll();
    }

    /** Waits for something that is not on the disk yet, and syncs it. Returns false when the spool is closed or out of order. */
    public boolean syncNext() {
        lock.lock();
        try {
            while (!closed && broken == null && (syncing || durable == segments.newest().next - 1)) {
                if (syncing) {
                    synced.awaitUninterruptibly();
                } else {
                    news.awaitUninterruptibly();
                }
            }
            if (!closed && broken == null) {
                sync();
            }
            return !closed && broken == null;
        } finally {
            lock.unlock();
        }
    }

    /** Goes on in a new file. When none can be made, in the old one. */
    private void roll() {
        while (syncing) {
            synced.awaitUninterruptibly();
        }
        if (broken != null || closed || segments.newest().isEmpty()) {
            return;
        }
        try {
            segments.newest().sync();
        } catch (IOException e) {
            broken = e;
            synced.signalAll();
            room.signalAll();
            news.signalAll();
            return;
        }
        durable = segments.newest().next - 1;
        durableSize = segments.newest().size;
        try {
            segments.begin(segments.newest().next);
            durableSize = Segment.HEADER_BYTES;
        } catch (IOException e) {
            // The old one goes on; a later write tries again.
        }
        synced.signalAll();
        news.signalAll();
    }

    /**
     * What is to be delivered next: what is on the disk and not acknowledged. For one thread.
     *
     * @param wait how long to wait for something
     */
    public Batch next(Batch.Limits limits, Duration wait) throws IOException, InterruptedException {
        Segment segment;
        long from;
        long to;
        long number;
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (true) {
                // A new file may have been begun after everything in the old one was read.
                var missing = leaveRead();
                if (!missing.isEmpty()) {
                    return new Batch(List.of(), missing, readTo, readNext);
                }
                if (left <= 0 || closed || readTo < readable()) {
                    break;
                }
                left = news.awaitNanos(left);
            }
            segment = segments.oldest();
            from = readTo;
            to = Math.min(readable(), from + Math.max(limits.bytes(), 2L * Frame.LONGEST_BODY));
            number = readNext;
        } finally {
            lock.unlock();
        }
        return from >= to ? new Batch(List.of(), List.of(), from, number) : batch(segment, from, segment.read(from, to), number, limits, to);
    }

    private long readable() {
        return segments.onlyNewest() ? durableSize : segments.oldest().size;
    }

    private Batch batch(Segment segment, long from, byte[] bytes, long number, Batch.Limits limits, long to) throws IOException {
        var events = new ArrayList<Spooled>();
        var found = new ArrayList<Damage>();
        int people = 0;
        int size = 0;
        long end = from;
        long next = number;
        for (var piece : Piece.of(bytes, number)) {
            if (piece instanceof Piece.Torn && to < segment.size) {
                break; // The window ends here, not the segment.
            }
            var event = piece instanceof Piece.Sealed sealed ? opened(segment, sealed) : null;
            if (event == null) {
                long last = piece instanceof Piece.Spoilt spoilt ? spoilt.last() : next;
                found.add(keep(segment, from + piece.from(), java.util.Arrays.copyOfRange(bytes, piece.from(), piece.to()), next, last));
                next = last + 1;
            } else {
                people += event.people();
                size += event.json().length;
                if (!events.isEmpty() && (events.size() == limits.events() || people > limits.people() || size > limits.bytes())) {
                    break;
                }
                events.add(event);
                next = event.number() + 1;
            }
            end = from + piece.to();
        }
        return new Batch(events, found, end, next);
    }

    private static @Nullable Spooled opened(Segment segment, Piece.Sealed sealed) {
        var plain = segment.sealer.open(sealed.body(), sealed.number());
        return plain == null ? null : Spooled.of(plain, sealed.number());
    }

    private Damage keep(Segment segment, long offset, byte[] bytes, long first, long last) throws IOException {
        var name = segment.path.getFileName().toString();
        var damage = new Damage(name, offset, bytes.length, first, last, folder.keep(name, offset, bytes));
        lock.lock();
        try {
            damages = folder.damages();
        } finally {
            lock.unlock();
        }
        return damage;
    }

    /**
     * What was read in that batch is in good hands: its space is free again.
     *
     * @return numbers that are missing between two files, where somebody took them out
     */
    public List<Damage> acknowledge(Batch batch) throws IOException {
        lock.lock();
        try {
            readTo = batch.end();
            readNext = batch.next();
            if (waiting > 0) {
                tidy();
            }
            var found = leaveRead();
            room.signalAll();
            if (isEmpty()) {
                empty.signalAll();
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Deletes files of which everything is acknowledged, but for the one that is written to; holds the lock.
     *
     * @return numbers that are missing between two of them
     */
    private List<Damage> leaveRead() throws IOException {
        var found = new ArrayList<Damage>();
        while (!segments.onlyNewest() && readTo >= segments.oldest().size) {
            var gone = segments.oldest();
            var oldest = segments.deleteOldest();
            if (oldest.first > readNext) {
                found.add(keep(gone, readTo, new byte[0], readNext, oldest.first - 1));
            }
            readTo = Segment.HEADER_BYTES;
            readNext = oldest.first;
            room.signalAll();
        }
        return found;
    }

    /** Leaves nothing on the disk when everything is acknowledged. */
    public void tidy() {
        lock.lock();
        try {
            if (isEmpty() && !segments.newest().isEmpty()) {
                roll(); // Others may have written meanwhile: only what is read is left.
                leaveRead();
            }
        } catch (IOException e) {
            // Not deleted now; it is tried again.
        } finally {
            lock.unlock();
        }
    }

    private boolean isEmpty() {
        return segments.onlyNewest() && readTo >= segments.newest().size;
    }

    /**
     * Waits until everything appended so far and since is acknowledged.
     *
     * @return whether it is
     */
    public boolean awaitEmpty(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (!isEmpty() && left > 0) {
                left = empty.awaitNanos(left);
            }
            return isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** What was refused, kept beside the events. */
    public Refusals refusals() {
        return refusals;
    }

    /**
     * How it stands.
     *
     * @param events waiting to be acknowledged
     * @param bytes of disk
     * @param damages spoilt pieces set aside, ever
     * @param torn writes that did not come to their end, cut off when it was opened
     */
    public record Counts(long events, long bytes, long damages, long torn) {}

    public Counts counts() {
        lock.lock();
        try {
            return new Counts(segments.newest().next - readNext, segments.bytes(), damages, segments.torn());
        } finally {
            lock.unlock();
        }
    }

    private void usable() {
        if (closed) {
            throw new NotCaptured.OutOfOrder("the spool is closed", null);
        }
        if (broken != null) {
            throw outOfOrder(broken);
        }
    }

    private static NotCaptured outOfOrder(IOException cause) {
        return new NotCaptured.OutOfOrder("the disk failed; nothing is captured until the spool is opened again", cause);
    }

    /** What is in it stays, for whoever opens it next. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            tidy();
            while (syncing) {
                synced.awaitUninterruptibly();
            }
            closed = true;
            room.signalAll();
            synced.signalAll();
            news.signalAll();
            if (broken == null) {
                segments.newest().sync();
            }
            segments.newest().close();
            refusals.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the spool could not be closed; what was captured before is kept", e);
        } finally {
            lock.unlock();
            close(folder);
        }
    }
}
