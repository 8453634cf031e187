package org.innsyn.dsr.connector;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an item consists of, read in constant memory. */
public sealed interface Content {

    /** Records of one shape. */
    non-sealed interface Rows extends Content {

        /** Names of the fields, in order. */
        List<String> fields();

        /**
         * Hands out the records in a fixed order; the same ones every time it is asked.
         *
         * @return how many there were
         */
        long read(RowReader reader) throws IOException;
    }

    /** Files in formats that people's own programs read. */
    non-sealed interface Files extends Content {

        /**
         * Hands out everything, one file after the other.
         *
         * @return how many records (messages, contacts, events) the files hold
         */
        long write(FileSink sink) throws IOException;
    }

    /** Takes one record. */
    @FunctionalInterface
    interface RowReader {

        /** @param values text, numbers, booleans or null, in the order of {@link Rows#fields} */
        void row(List<@Nullable Object> values) throws IOException;
    }
}
