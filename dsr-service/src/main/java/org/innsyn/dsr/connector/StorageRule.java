package org.innsyn.dsr.connector;

import org.innsyn.dsr.request.ItemKey;

/**
 * A rule by which a system keeps an item however much somebody wants it gone.
 *
 * @param item which item
 * @param title what people call it
 * @param ground the ground's key
 * @param yearsAfterFiscalYear for how many years after the end of the fiscal year
 */
public record StorageRule(ItemKey item, Title title, String ground, int yearsAfterFiscalYear) {}
