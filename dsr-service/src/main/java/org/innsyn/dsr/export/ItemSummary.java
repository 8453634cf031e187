package org.innsyn.dsr.export;

import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.ItemKey;

/** What the page people read shows of an item. */
sealed interface ItemSummary permits TableSummary, FilesSummary {

    ItemKey item();

    /** What people call it. */
    Title title();

    /** Names it within the page: lower-case letters, digits and {@code . _ -}. */
    String name();

    /** How many records it has in all. */
    long records();
}
