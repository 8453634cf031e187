package org.innsyn.dsr.connector;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Takes a system's files into a copy. Names are what the system calls things, folder by folder and the file's own last; any text is
 * allowed, however hostile. In the copy they become names that are safe everywhere and lead nowhere else, and {@link Added} tells which.
 */
public interface FileSink {

    /**
     * Whether a file is kept out because it is other people's, too (GDPR Art. 15(4)). To be asked about every file that is a record, before it is added
     * anywhere; one that is kept out goes into no other file either.
     */
    default boolean withholds(List<String> name) throws IOException {
        return false;
    }

    /** Adds a file. */
    Added add(List<String> name, Body body) throws IOException;

    /** Begins a file that grows while others are added. */
    Growing begin(List<String> name) throws IOException;

    /** Has a line shown on the page that people read. */
    void show(Shown shown);

    /** Writes a file's content. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** A file that waits, encrypted, until it is whole; closed before that, it never was. */
    interface Growing extends AutoCloseable {

        OutputStream out();

        /** Adds the file to the copy. */
        Added end() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * A file that is in the copy.
     *
     * @param path where it stands
     * @param sizeBytes its size
     * @param sha256 its SHA-256, hex
     */
    record Added(String path, long sizeBytes, String sha256) {}

    /**
     * What belongs together for a reader: a mail folder, an address book, a calendar.
     *
     * @param name what the person calls it
     * @param records how many records it holds
     * @param files its main files
     */
    record Shown(String name, long records, List<Added> files) {}
}
