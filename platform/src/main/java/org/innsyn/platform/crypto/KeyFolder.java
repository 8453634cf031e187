package org.innsyn.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys as files in a folder outside the database and its backups, readable by the service's user alone: the local key store. One file
 * a key, its name is the key's id.
 *
 * <p>Guarantees that a key is on disk (fsynced, with its folder) before it is returned for the first time, and that two processes that
 * create the same key end up with one. Does not protect against whoever can read the folder: keep it out of backups.
 */
public final class KeyFolder implements KeyStorage {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final String SUFFIX = ".key";

    private final Path folder;
    private final RandomSource random;

    public KeyFolder(Path folder, RandomSource random) {
        this.folder = folder;
        this.random = random;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("the key folder cannot be made private to this user", e);
        }
    }

    @Override
    public String description() {
        return "key folder";
    }

    @Override
    public byte[] getOrCreate(String id) {
        return find(id).orElseGet(() -> {
            writeIfAbsent(id, Base64.getEncoder().encodeToString(random.bytes(SealingKey.LENGTH)));
            return find(id).orElseThrow();
        });
    }

    /** @throws IllegalStateException when it is sealed by a token that this folder was not given */
    @Override
    public Optional<byte[]> find(String id) {
        return read(id).map(text -> {
            if (TokenKeys.TokenFile.isOne(text)) {
                throw new IllegalStateException("key " + id + " is sealed by a PKCS#11 token. Configure the token again; nothing was changed.");
            }
            return Base64.getDecoder().decode(text.strip());
        });
    }

    /** What the key's file says. */
    Optional<String> read(String id) {
        var file = file(id);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (NoSuchFileException destroyedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("key " + id + " cannot be read", e);
        }
    }

    /** Ids of all keys whose id begins with {@code prefix}, in order. */
    public List<String> ids(String prefix) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the key folder cannot be listed", e);
        }
    }

    @Override
    public boolean has(String id) {
        return Files.exists(file(id));
    }

    /** Overwrites the key, removes its file, and waits until the folder says so on disk. */
    @Override
    public void destroy(String id) {
        try {
            if (has(id)) {
                write(file(id), Base64.getEncoder().encode(new byte[SealingKey.LENGTH]));
                Files.deleteIfExists(file(id));
            }
            sync();
        } catch (IOException e) {
            throw new UncheckedIOException("key " + id + " could not be destroyed; it may still be there", e);
        }
    }

    private void sync() throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Writes the key's file, durably; says whether this call was the one that did. */
    boolean writeIfAbsent(String id, String content) {
        try {
            var draft = Files.createTempFile(folder, "new-", ".tmp", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                write(draft, content.getBytes(StandardCharsets.US_ASCII));
                // A link fails when the name is taken: whoever comes second uses the first one's key.
                Files.createLink(file(id), draft);
            } catch (FileAlreadyExistsException somebodyWasFaster) {
                return false;
            } finally {
                Files.delete(draft);
                sync();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("key " + id + " cannot be written; nothing was encrypted with it", e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, EnumSet.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }

    private Path file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a key's id is made of lower-case letters, digits and dashes");
        }
        return folder.resolve(id + SUFFIX);
    }
}
