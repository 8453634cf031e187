package org.innsyn.verifier.copy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The files of one copy by their paths, in its ZIP or taken out of it. */
interface CopyFiles extends AutoCloseable {

    Set<String> paths();

    /** @throws IOException when it cannot be read, or not be unpacked */
    InputStream open(String path) throws IOException;

    /** Whether the path is a file that a file manager puts into every folder it shows. */
    default boolean isLitter(String path) {
        return false;
    }

    @Override
    void close() throws IOException;
}
