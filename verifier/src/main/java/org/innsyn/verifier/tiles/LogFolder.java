package org.innsyn.verifier.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A log that was copied into a folder. */
record LogFolder(Path folder) implements LogSource {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(path + " is too large for a file of a log");
        }
        return Optional.of(Files.readAllBytes(file));
    }
}
