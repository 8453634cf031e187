package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.DigestingStream;
import org.innsyn.platform.crypto.SealedStream;

/**
 * Keeps finished copies encrypted in a folder until they are fetched or expire. The key lies in the vault; without it a file is noise.
 */
public final class CopyStore {

    private final Path folder;

    /** @param folder made, and closed to other users, when it is not there */
    public CopyStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for copies cannot be made private to this user", e);
        }
    }

    /**
     * Keeps what {@code content} writes. On disk, whole, when this returns; a copy of the same request is replaced.
     *
     * @param key 32 bytes, for this file alone
     */
    public Kept keep(RequestId request, byte[] key, Content content) throws IOException {
        Path draft = folder.resolve(request + ".part");
        try (var channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var digest = new DigestingStream(new SealedStream(key).seal(new StaysOpen(Channels.newOutputStream(channel)), place(request)));
            content.write(digest);
            digest.close();
            channel.force(true);
            Files.move(draft, file(request), StandardCopyOption.ATOMIC_MOVE);
            return new Kept(digest.sizeBytes(), digest.sha256());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Opens a copy; what it reads is checked segment by segment, and ends in an {@link IOException} when it was changed. */
    public InputStream open(RequestId request, byte[] key) throws IOException {
        return new SealedStream(key).open(Files.newInputStream(file(request)), place(request));
    }

    /** Removes a copy; nothing happens when there is none. */
    public void remove(RequestId request) throws IOException {
        Files.deleteIfExists(file(request));
        Files.deleteIfExists(folder.resolve(request + ".part"));
    }

    private Path file(RequestId request) {
        return folder.resolve(request + ".copy");
    }

    private static byte[] place(RequestId request) {
        return ("copy of request " + request).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Size and sum of a copy as its person gets it. */
    public record Kept(long sizeBytes, String sha256) {}

    /** Writes a copy. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }
}
