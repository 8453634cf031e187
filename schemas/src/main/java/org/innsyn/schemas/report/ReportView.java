package org.innsyn.schemas.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that was asked for.
 *
 * @param id names it
 * @param state how far it is
 * @param askedAt when it was asked for
 * @param askedBy the role of whoever asked
 * @param from the period, inclusive
 * @param to the period, exclusive
 * @param zone where days begin
 * @param language {@code en} or {@code nb}
 * @param scope what of it is listed
 * @param done how many leaves of the log were gone through
 * @param total of how many; 0 while that is not known yet
 * @param entries how many entries it lists, once ready
 * @param sizeBytes of the bundle, once ready
 * @param sha256 of the bundle in hex, once ready
 * @param readyAt when it became ready
 * @param expiresAt until when it can be fetched
 * @param problem why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
        UUID id,
        ReportState state,
        Instant askedAt,
        String askedBy,
        Instant from,
        Instant to,
        ZoneId zone,
        String language,
        ReportScope scope,
        long done,
        long total,
        @Nullable Long entries,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        @Nullable Instant readyAt,
        @Nullable Instant expiresAt,
        @Nullable String problem) {}
