package org.innsyn.audit.continuity;

import java.time.Instant;
import java.util.List;

/**
 * A read that was reported in parts, of which some have not come.
 *
 * @param source the reporting application
 * @param read a keyed hash of what the source calls the read (64 hex digits): names it without saying anything
 * @param parts how many it has
 * @param missing which have not come
 * @param begunAt when the first of those that came was recorded
 */
public record IncompleteRead(String source, String read, int parts, List<Span> missing, Instant begunAt) {}
