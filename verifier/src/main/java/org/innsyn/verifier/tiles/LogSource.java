package org.innsyn.verifier.tiles;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where a log's files are read from. */
public sealed interface LogSource permits LogFolder, LogServer {

    /** No file of a log is larger than this many bytes. */
    int LARGEST = 1 << 20;

    /**
     * @param path below the log's prefix, such as {@code tile/0/000}
     * @return its content; empty when the log has no such file
     * @throws IOException when it cannot be told, or when it is larger than {@link #LARGEST}
     */
    Optional<byte[]> read(String path) throws IOException;

    /** The log at a URL ({@code http} or {@code https}) or in a folder. */
    static LogSource at(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? new LogServer(URI.create(place.endsWith("/") ? place : place + "/"))
                : new LogFolder(Path.of(place));
    }
}
