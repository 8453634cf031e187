package org.innsyn.dsr.export;

import java.util.List;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * What the page people read shows of a table.
 *
 * @param item which item it is
 * @param title what people call it
 * @param name its files' name without ending
 * @param fields its fields
 * @param shown its first records
 * @param rows how many there are in all
 */
record TableSummary(
        ItemKey item, Title title, String name, List<String> fields, List<List<@Nullable Object>> shown, long rows) implements ItemSummary {

    @Override
    public long records() {
        return rows;
    }
}
