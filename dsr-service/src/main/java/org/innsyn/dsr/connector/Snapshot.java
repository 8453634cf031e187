package org.innsyn.dsr.connector;

import org.innsyn.dsr.request.ItemKey;

/**
 * What one system holds about a person. A database's shows one moment; a system without such a thing (mail, contacts, calendars) shows
 * what was there when its listing was read, without what was removed since.
 */
public interface Snapshot extends AutoCloseable {

    /** What people call the item ("Invoices"). */
    Title title(ItemKey item);

    /** What the item consists of. */
    Content content(ItemKey item);

    @Override
    void close();
}
