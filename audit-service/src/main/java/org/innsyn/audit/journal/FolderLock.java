package org.innsyn.audit.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets one thread of one process at a time use a folder; the operating system lets go of it when the process ends, however it ends. */
final class FolderLock {

    /** A file lock tells processes apart, not threads. */
    private static final Map<Path, FolderLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock threads = new ReentrantLock();
    private final Path file;
    private @Nullable FileChannel channel;
    private @Nullable FileLock held;

    private FolderLock(Path file) {
        this.file = file;
    }

    static FolderLock of(Path folder) {
        return LOCKS.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new FolderLock(path.resolve("lock")));
    }

    void lock() {
        threads.lock();
        if (threads.getHoldCount() > 1) {
            return;
        }
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.lock();
        } catch (IOException e) {
            threads.unlock();
            throw new UncheckedIOException("the journal's folder cannot be locked", e);
        }
    }

    void unlock() {
        try {
            if (threads.getHoldCount() == 1) {
                held.release();
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's folder cannot be unlocked", e);
        } finally {
            threads.unlock();
        }
    }
}
