package org.innsyn.capture.spool;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.capture.SpoolUnusable;

/** The folder a spool lies in: its lock, its segments, and the place where spoilt bytes are kept. */
final class Folder implements AutoCloseable {

    /** Closing any channel to a locked file gives up the process's lock, so the file is not even opened a second time. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    final Path path;
    private final Path real;
    private final FileChannel lockFile;

    private Folder(Path path, Path real, FileChannel lockFile) {
        this.path = path;
        this.real = real;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder for this process alone, and makes it where there is none.
     *
     * @throws SpoolUnusable when somebody else has it
     */
    static Folder take(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.notExists(path)) {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            sync(path.toAbsolutePath().getParent());
        }
        var real = path.toRealPath();
        if (!TAKEN.add(real)) {
            throw new SpoolUnusable("the spool in " + path + " is open already in this process", null);
        }
        try {
            var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw new SpoolUnusable("another process uses the spool in " + path + "; give each its own folder", null);
            }
            return new Folder(path, real, file);
        } catch (IOException | SpoolUnusable e) {
            TAKEN.remove(real);
            throw e;
        }
    }

    /** Oldest first. */
    List<Path> segments() throws IOException {
        try (var files = Files.list(path)) {
            return files.filter(each -> each.getFileName().toString().endsWith(Segment.SUFFIX)).sorted().toList();
        }
    }

    /** Keeps spoilt bytes under a name that says where they were; found again after a crash, they are still one. */
    Path keep(String segment, long offset, byte[] bytes) throws IOException {
        var kept = damaged().resolve(segment + "-" + offset);
        Files.write(kept, bytes);
        try (var file = new java.io.RandomAccessFile(kept.toFile(), "rw")) {
            file.getFD().sync();
        }
        sync(damaged());
        return kept;
    }

    /** Keeps a whole file that is no segment. */
    Path keep(Path segment) throws IOException {
        var kept = damaged().resolve(segment.getFileName() + "-0");
        Files.move(segment, kept);
        sync(damaged());
        sync(path);
        return kept;
    }

    long damages() throws IOException {
        if (Files.notExists(path.resolve("damaged"))) {
            return 0;
        }
        try (var files = Files.list(damaged())) {
            return files.count();
        }
    }

    private Path damaged() throws IOException {
        return Files.createDirectories(path.resolve("damaged"));
    }

    /** Returns when the folder's list of files is on the disk, also when the thread is interrupted meanwhile. */
    static void sync(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (var list = FileChannel.open(folder, StandardOpenOption.READ)) {
                    list.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (lockFile.isOpen()) { // Closed twice, it must not give up what somebody else has taken since.
            lockFile.close();
            TAKEN.remove(real);
        }
    }
}
