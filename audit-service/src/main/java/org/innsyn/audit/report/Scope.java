package org.innsyn.audit.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.schemas.report.ReportScope;
import org.jspecify.annotations.Nullable;

/** Which entries a report lists, and what has to be shown of one that it does not list. */
record Scope(Instant from, Instant to, ReportScope only) {

    boolean lists(AccessRecorded entry) {
        return fieldsOutside(entry).isEmpty();
    }

    /** The fields that show that the entry is outside; none when it is inside. */
    Set<String> fieldsOutside(AccessRecorded entry) {
        if (entry.recordedAt().isBefore(from) || !entry.recordedAt().isBefore(to)) {
            return Set.of("recordedAt");
        }
        var outside = new TreeSet<String>();
        if (misses(only.sources(), entry.source())) {
            outside.add("source");
        } else if (misses(only.units(), entry.unit())) {
            outside.add("unit");
        } else if (misses(only.purposes(), entry.purpose())) {
            outside.add("purpose");
        } else if (!only.categories().isEmpty() && entry.categories().stream().noneMatch(only.categories()::contains)) {
            outside.add("categories");
        }
        return outside;
    }

    static boolean misses(List<String> values, @Nullable String value) {
        return !values.isEmpty() && (value == null || !values.contains(value));
    }
}
