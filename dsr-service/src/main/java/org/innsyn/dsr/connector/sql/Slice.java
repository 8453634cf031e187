package org.innsyn.dsr.connector.sql;

import java.time.LocalDate;
import java.util.Optional;
import org.innsyn.dsr.request.ItemKey;

/**
 * A table's records as one item: all of them or, for erasure where a retention period protects some, those still protected and those
 * no longer protected as two.
 */
record Slice(Table table, Part part) {

    private static final String PAST = "-past-retention";

    enum Part {
        ALL,
        COVERED,
        PAST
    }

    static Slice all(Table table) {
        return new Slice(table, Part.ALL);
    }

    static Slice covered(Table table) {
        return new Slice(table, table.erasure().retention().isPresent() ? Part.COVERED : Part.ALL);
    }

    static Slice past(Table table) {
        return new Slice(table, Part.PAST);
    }

    /** The slice an item of an erasure stands for. */
    static Slice of(Dataset dataset, ItemKey item) {
        String name = item.name();
        return name.endsWith(PAST)
                ? past(dataset.table(name.substring(0, name.length() - PAST.length())))
                : covered(dataset.table(name));
    }

    ItemKey item(Dataset dataset) {
        return ItemKey.of(dataset.dataset(), part == Part.PAST ? table.name() + PAST : table.name());
    }

    /** The first covered day where the slice depends on dates. */
    Optional<LocalDate> border(LocalDate today) {
        return part == Part.ALL ? Optional.empty() : table.erasure().retention().map(it -> it.coveredFrom(today));
    }
}
