package org.innsyn.drill.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A kind of files that are searched together.
 *
 * @param name for people
 * @param folders below which they lie
 * @param wanted which files below them
 * @param reader how a file is searched
 */
public record Place(String name, List<Path> folders, Predicate<Path> wanted, Reader reader) {

    /** Searches one file. */
    public interface Reader {
        void read(Path file, Needles needles, Found found) throws IOException;
    }

    /** All files below a folder, byte for byte. */
    public static Place raw(String name, Path... folders) {
        return new Place(name, List.of(folders), file -> true, Place::bytes);
    }

    /** The same place without some of its files. */
    public Place without(Predicate<Path> unwanted) {
        return new Place(name, folders, wanted.and(unwanted.negate()), reader);
    }

    static void bytes(Path file, Needles needles, Found found) throws IOException {
        try (var in = Files.newInputStream(file)) {
            needles.search(in, found);
        }
    }

    /** Reads every file there is now; one that vanishes meanwhile is no longer there to be searched. */
    public Found search(Needles needles) {
        var found = new Found();
        for (var folder : folders) {
            for (var file : files(folder)) {
                try {
                    reader.read(file, needles, found);
                    found.file();
                } catch (NoSuchFileException vanished) {
                    // between being listed and being read
                } catch (IOException problem) {
                    throw new UncheckedIOException(file + " could not be searched", problem);
                }
            }
        }
        return found;
    }

    private List<Path> files(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        for (int attempt = 0; ; attempt++) {
            try (var below = Files.walk(folder)) {
                return below.filter(Files::isRegularFile).filter(wanted).toList();
            } catch (IOException | UncheckedIOException changing) {
                if (attempt == 10) {
                    throw new IllegalStateException(folder + " could not be listed", changing);
                }
            }
        }
    }
}
