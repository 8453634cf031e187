package org.innsyn.dsr.export;

import org.innsyn.dsr.request.ItemKey;

/**
 * A record that is kept out of a copy.
 *
 * @param item which item it is of
 * @param record its name, as {@link ItemContents} gives it
 * @param ground the ground's key
 */
public record WithheldRecord(ItemKey item, String record, String ground) {}
