package org.innsyn.bench.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for everything a measurement writes. It is gone when the measurement is over, or was interrupted. */
public final class Scratch implements AutoCloseable {

    private final Path folder;
    private final Thread atExit = new Thread(this::delete, "delete-scratch");

    private Scratch(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A new folder below {@code parent}, on the disk that is to be measured. */
    public static Scratch below(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Scratch(Files.createTempDirectory(parent.toAbsolutePath(), "scratch-"));
        } catch (IOException problem) {
            throw new UncheckedIOException("there is no room for a measurement below " + parent, problem);
        }
    }

    /** A folder in it, made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Deletes it with all it holds. */
    @Override
    public void close() {
        delete();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void delete() {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stillWritten) {
            System.err.println("Not all of " + folder + " could be deleted; it is of no use any more.");
        }
    }
}
