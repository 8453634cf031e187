package org.innsyn.audit.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.innsyn.schemas.report.ReportScope;
import org.innsyn.schemas.report.ReportState;
import org.innsyn.schemas.report.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * A report as its row has it.
 *
 * @param askedBy random reference of whoever asked
 * @param claim names the hold of whoever works on it
 * @param file the finished bundle's
 * @param keyId the key that seals {@code sealedKey}
 * @param sealedKey the bundle's key
 */
record ReportJob(
        UUID id,
        UUID askedBy,
        String askedRole,
        Instant askedAt,
        Instant from,
        Instant to,
        ZoneId zone,
        String language,
        ReportScope scope,
        ReportState state,
        long done,
        long total,
        @Nullable UUID claim,
        int attempts,
        @Nullable String problem,
        @Nullable String file,
        @Nullable UUID keyId,
        byte @Nullable [] sealedKey,
        @Nullable Long entries,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        @Nullable Instant readyAt,
        @Nullable Instant expiresAt) {

    /** What finished bundles are bound to. */
    String place() {
        return "report " + id;
    }

    Scope listed() {
        return new Scope(from, to, scope);
    }

    ReportView view() {
        return new ReportView(id, state, askedAt, askedRole, from, to, zone, language, scope, done, total, entries, sizeBytes, sha256, readyAt, expiresAt, problem);
    }

    @Override
    public String toString() {
        return "ReportJob[" + id + ", " + state + "]";
    }
}
