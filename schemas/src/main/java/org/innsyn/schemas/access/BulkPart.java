package org.innsyn.schemas.access;

/**
 * Says that an event is one part of a read too large for one event.
 *
 * @param id the same in all parts
 * @param part 1 to {@code of}
 * @param of how many parts there are
 */
public record BulkPart(String id, int part, int of) {}
