package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one folder that holds everything the house keeps; nobody but its owner may look into it.
 *
 * @param root {@code .innsyn} in the checkout, or INNSYN_HOME
 */
record HomeFolder(Path root) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Marks a folder as one that {@code ./innsyn reset} may delete. */
    static final String MARKER = ".innsyn-home";

    HomeFolder create() {
        folder(".");
        write(root.resolve(MARKER), "Made by ./innsyn up. ./innsyn reset deletes this folder.\n");
        return this;
    }

    /** What a killed launcher left in its temporary folder; to be called by whoever holds the {@link HomeLock}. */
    void emptyTemporaryFolder() {
        Path folder = folder("tmp");
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).filter(path -> !path.equals(folder)).toList()) {
                Files.delete(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("The folder " + folder + " cannot be emptied", problem);
        }
    }

    /** A folder of its own below the home, made now if it is not there. */
    Path folder(String name) {
        Path folder = root.resolve(name).normalize();
        try {
            return Files.createDirectories(folder, OWNER_ONLY_FOLDER);
        } catch (IOException problem) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", problem);
        }
    }

    Path log(String part) {
        return folder("logs").resolve(part + ".log");
    }

    Path stateFile() {
        return root.resolve("run").resolve("state.json");
    }

    Path signInDirectory() {
        return folder("sign-in").resolve("directory.json");
    }

    Path demoProperties() {
        return folder("demo").resolve("demo.properties");
    }

    /** Writes the whole content under another name and moves it into place, so nobody reads half of it. */
    static void write(Path file, String content) {
        try {
            Path half = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", OWNER_ONLY_FILE);
            Files.writeString(half, content);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw new UncheckedIOException("The file " + file + " cannot be written", problem);
        }
    }
}
