package org.innsyn.schemas.report;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param from entries recorded from then on
 * @param to entries recorded before then; not in the future
 * @param zone where the days of the figures begin
 * @param language of the text a person reads: {@code en} or {@code nb}
 * @param scope null for everything
 */
public record ReportRequest(Instant from, Instant to, ZoneId zone, String language, @Nullable ReportScope scope) {}
