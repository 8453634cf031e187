package org.innsyn.verifier.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A log that was copied into a folder. */
record LogFolder(Path folder) implements LogSource {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Path file = folder.resolve(path);
        try (var content = Files.newInputStream(file)) {
            byte[] bytes = new byte[(int) Math.min(Files.size(file), LARGEST + 1L)];
            int length = content.readNBytes(bytes, 0, bytes.length);
            if (length > LARGEST) {
                throw new IOException(path + " is too large for a file of a log");
            }
            return Optional.of(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
