package org.innsyn.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.innsyn.platform.crypto.DigestingStream;
import org.innsyn.platform.crypto.SealedStream;

/**
 * Keeps finished files sealed in a folder until they are fetched or expire. Their keys lie elsewhere; without its key a file is noise.
 */
public final class SealedFolder {

    private static final String DRAFT = ".part";

    private final Path folder;

    /** @param folder made, and closed to other users, when it is not there */
    public SealedFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for sealed files cannot be made private to this user", e);
        }
    }

    /**
     * Keeps what {@code content} writes. On disk, whole, when this returns; a file of the same name is replaced.
     *
     * @param name the file's
     * @param place what the file is; it opens as nothing else
     * @param key 32 bytes, for this file alone
     */
    public Kept keep(String name, String place, byte[] key, Content content) throws IOException {
        Path draft = folder.resolve(name + DRAFT);
        try (var channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var digest = new DigestingStream(new SealedStream(key).seal(new StaysOpen(Channels.newOutputStream(channel)), bytes(place)));
            content.write(digest);
            digest.close();
            channel.force(true);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new Kept(digest.sizeBytes(), digest.sha256());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Opens a file; what it reads is checked segment by segment, and ends in an {@link IOException} when it was changed. */
    public InputStream open(String name, String place, byte[] key) throws IOException {
        return new SealedStream(key).open(Files.newInputStream(folder.resolve(name)), bytes(place));
    }

    /** Removes a file, and what was left of writing it; nothing happens when there is none. */
    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        Files.deleteIfExists(folder.resolve(name + DRAFT));
    }

    /** Removes every file whose name begins with {@code prefix}, finished or not, but {@code kept}. */
    public void removeOthers(String prefix, String kept) throws IOException {
        try (var files = Files.newDirectoryStream(folder, file -> file.getFileName().toString().startsWith(prefix))) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }

    /** Size and sum of a file as its reader gets it. */
    public record Kept(long sizeBytes, String sha256) {}

    /** Writes a file. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }
}
