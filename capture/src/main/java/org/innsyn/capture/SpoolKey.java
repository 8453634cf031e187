package org.innsyn.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The key that seals what lies in a spool: 32 bytes. It comes from a file of its own that only its owner may read, or from wherever the
 * application keeps its secrets.
 */
public final class SpoolKey {

    /** The key's length in bytes. */
    public static final int BYTES = 32;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final byte[] bytes;

    private SpoolKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A key the application keeps itself.
     *
     * @throws SpoolUnusable when it has not 32 bytes
     */
    public static SpoolKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new SpoolUnusable("a spool's key has " + BYTES + " bytes", null);
        }
        return new SpoolKey(bytes.clone());
    }

    /**
     * The key in a file.
     *
     * @throws SpoolUnusable when it is not there, not a key, or others may read it
     */
    public static SpoolKey in(Path file) {
        try {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.removeAll(OWNER_ONLY);
            permissions.remove(PosixFilePermission.OWNER_EXECUTE);
            if (!permissions.isEmpty()) {
                throw new SpoolUnusable("others than its owner may use the key file " + file + "; take that right from them", null);
            }
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SpoolUnusable("the key file " + file + " cannot be read", e);
        }
    }

    /** The key in a file, which is made where there is none. It is whole and on the disk before it has its name. */
    public static SpoolKey inOrNew(Path file) {
        if (Files.notExists(file)) {
            var key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var beginning = Files.createTempFile(file.toAbsolutePath().getParent(), ".key", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                try (var written = FileChannel.open(beginning, StandardOpenOption.WRITE)) {
                    written.write(ByteBuffer.wrap(key));
                    written.force(true);
                }
                Files.createLink(file, beginning); // Unlike a move, it never replaces a key that another has just made.
                Files.delete(beginning);
                try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                    folder.force(true); // What is sealed with it must not outlive it.
                }
            } catch (IOException e) {
                throw new SpoolUnusable("no key file can be made at " + file, e);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }
        return in(file);
    }

    /** A copy of the key. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SpoolKey";
    }
}
