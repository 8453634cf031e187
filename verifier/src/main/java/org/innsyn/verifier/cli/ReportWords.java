package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.entry.FieldWords;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.report.CheckedReport;

/** What is said about a report that is good. */
final class ReportWords {

    private ReportWords() {}

    static Answer answer(String file, CheckedReport report, Trust trust) {
        var counts = report.counts();
        List<String> lines = new ArrayList<>();
        lines.add("All %,d files are the ones the signed manifest of report %s lists.".formatted(report.files(), FieldWords.printable(report.report())));
        lines.add("All %,d leaves of the log from %d to %d are here, none left out, added or altered. They hold everything that was answered `recorded` from %s until %s."
                .formatted(report.end() - report.first(), report.first(), report.end() - 1, report.from(), report.to()));
        lines.add("%,d of them are listed, and every row says what was recorded; %,d are shown to be outside the period or the scope; %,d are no entries."
                .formatted(counts.get("listed"), counts.get("outside"), counts.get("other")));
        lines.add(counts.get("closed") == 0
                ? "Every entry could be opened."
                : "%,d entries cannot be opened by anybody, as the report says because their logs were erased: of those only that they are there is shown.".formatted(counts.get("closed")));
        lines.add("The figures are what the rows add up to. Pseudonyms, findings, tables, erasures, spreadsheet and PDF are the company's word under its signature.");
        report.earlier().ifPresent(size -> lines.add("The log has grown from an earlier checkpoint over %,d entries: nothing before was changed since.".formatted(size)));
        lines.add(KeyWords.signature(report.checkpoint(), report.logKey()));
        lines.add(KeyWords.trust(trust, "report"));
        if (!trust.isBorrowed() && !report.reportKeyWasGiven()) {
            lines.add("The report itself is signed with a key that came with it: %s. Get that key from elsewhere and name it with --key, too, to know whose word the rest is."
                    .formatted(FieldWords.printable(report.reportKey().toString())));
        }
        var details = new LinkedHashMap<String, Json>();
        details.put("report", new Json.Text(report.report()));
        counts.forEach((kind, count) -> details.put(kind, KeyWords.number(count)));
        details.put("first", KeyWords.number(report.first()));
        details.put("end", KeyWords.number(report.end()));
        details.put("reportKey", new Json.Text(report.reportKey().toString()));
        details.put("reportKeyWasGiven", new Json.Truth(report.reportKeyWasGiven()));
        details.putAll(KeyWords.details(report.checkpoint(), report.logKey(), trust));
        return Answer.good(file, lines, details);
    }
}
