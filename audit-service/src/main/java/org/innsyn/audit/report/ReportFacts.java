package org.innsyn.audit.report;

import java.util.List;
import java.util.TreeMap;
import org.innsyn.audit.report.Surroundings.Erasure;
import org.innsyn.audit.report.Surroundings.FindingLine;
import org.innsyn.audit.report.Surroundings.Table;
import org.innsyn.audit.transparency.LogExtract;
import org.jspecify.annotations.Nullable;

/**
 * Everything a report says that fits into memory; the rows do not.
 *
 * @param job what was asked for
 * @param first the first leaf of the run
 * @param end after its last leaf
 * @param checkpoint the signed checkpoint everything is proved against
 * @param earlier a checkpoint from before the period; absent where the log is younger
 * @param counts how many leaves of each kind the run has
 * @param tally the figures
 * @param findings findings by kind and what became of them
 * @param someFindings the oldest of them, for print
 * @param breaches breaches that were being worked in the period
 * @param tables access control tables in force in the period
 * @param erasures what was shredded or restricted in the period
 * @param logKey the log's verifier key
 * @param reportKey the verifier key reports are signed with
 */
record ReportFacts(
        ReportJob job,
        long first,
        long end,
        LogExtract.Signed checkpoint,
        LogExtract.@Nullable Signed earlier,
        Counts counts,
        Tally tally,
        TreeMap<String, TreeMap<String, Long>> findings,
        List<FindingLine> someFindings,
        List<BreachLine> breaches,
        List<Table> tables,
        List<Erasure> erasures,
        String logKey,
        String reportKey) {

    /** How many findings there are. */
    long findingCount() {
        return findings.values().stream().flatMap(each -> each.values().stream()).mapToLong(Long::longValue).sum();
    }

    /**
     * @param listed rows of the report
     * @param outside entries shown to be outside the period or the scope
     * @param closed entries that nobody can open any more
     * @param other leaves that are no entries
     */
    record Counts(long listed, long outside, long closed, long other) {}
}
