package org.innsyn.audit.continuity;

import org.innsyn.schemas.access.BulkPart;
import org.jspecify.annotations.Nullable;

/**
 * What a recorded report says of its own place among its source's reports.
 *
 * @param source the reporting application
 * @param sequence the source's own counter, where it has one
 * @param bulk which part of which read it is, where it is one
 */
public record Sighting(String source, @Nullable Long sequence, @Nullable BulkPart bulk) {}
