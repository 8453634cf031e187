package org.innsyn.dsr.connector;

import java.io.IOException;
import java.util.List;
import org.innsyn.dsr.request.ItemKey;
import org.jspecify.annotations.Nullable;

/** A person's records in one system as they stand at one moment, read in constant memory. */
public interface Snapshot extends AutoCloseable {

    /** What people call the item ("Invoices"). */
    String title(ItemKey item);

    /** Names of the item's fields, in order. */
    List<String> fields(ItemKey item);

    /**
     * Hands out the item's records in a fixed order.
     *
     * @return how many there were
     */
    long read(ItemKey item, RowReader reader) throws IOException;

    @Override
    void close();

    /** Takes one record. */
    @FunctionalInterface
    interface RowReader {

        /** @param values text, numbers, booleans or null, in the order of {@link Snapshot#fields} */
        void row(List<@Nullable Object> values) throws IOException;
    }
}
