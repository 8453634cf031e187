package org.innsyn.dsr.export;

import java.util.List;
import org.innsyn.dsr.connector.FileSink.Shown;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.ItemKey;

/**
 * What the page people read shows of an item that is files.
 *
 * @param item which item it is
 * @param title what people call it
 * @param name its folder in the copy
 * @param shown its parts: mail folders, address books, calendars; at most {@link SystemFiles#SHOWN}
 * @param parts how many parts there are in all
 * @param records how many records there are in all
 */
record FilesSummary(ItemKey item, Title title, String name, List<Shown> shown, long parts, long records) implements ItemSummary {}
