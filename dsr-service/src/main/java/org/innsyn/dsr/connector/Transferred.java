package org.innsyn.dsr.connector;

/**
 * What became of a transfer, as both sides were found afterwards.
 *
 * @param records how many records there are here
 * @param added how many of them were put there; the others were there already
 * @param different how many are missing there, or are not the same: none, unless somebody changed something meanwhile or the other side refused it
 */
public record Transferred(long records, long added, long different) {}
