package org.innsyn.audit.continuity;

import java.time.Instant;

/**
 * Numbers a source skipped: it has counted past them, and nothing with these numbers was recorded.
 *
 * @param source the reporting application
 * @param numbers which
 * @param noticedAt when a later number was recorded first
 */
public record SequenceGap(String source, Span numbers, Instant noticedAt) {}
