package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes sure that one home is never started twice; the operating system lets go of it when the launcher ends, however it ends. */
final class HomeLock {

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static HomeLock take(HomeFolder home) {
        Path file = home.folder("run").resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Refusal(ExitCode.ALREADY_RUNNING, alreadyRunning(home));
            }
            return new HomeLock(channel, lock);
        } catch (IOException problem) {
            throw new UncheckedIOException("The lock " + file + " cannot be taken", problem);
        }
    }

    private static String alreadyRunning(HomeFolder home) {
        return new StateFile(home)
                .ofRunningHouse()
                .map(state -> "Innsyn already runs from this home: " + state.url() + " (process " + state.pid()
                        + "). Nothing was started. ./innsyn status shows it, ./innsyn down stops it.")
                .orElse("Innsyn is just starting or stopping over " + home.root() + ". Nothing was started; try again shortly.");
    }

    boolean isHeld() {
        return channel.isOpen() && lock.isValid();
    }
}
