package org.innsyn.audit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.innsyn.audit.report.LoggedEntry.Closed;
import org.innsyn.audit.report.LoggedEntry.Open;
import org.innsyn.audit.report.LoggedEntry.Other;
import org.innsyn.audit.report.Surroundings.FindingLine;
import org.innsyn.audit.report.print.Pdf;
import org.innsyn.audit.transparency.LogExtract;
import org.innsyn.platform.files.PackageFile;
import org.innsyn.platform.files.PackageZip;
import org.innsyn.platform.files.Scratch;
import org.innsyn.schemas.report.ReportScope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a report's bundle in bounded memory: one pass over the log feeds the rows, the spreadsheet, the proof and the figures.
 * {@code docs/report-format.md} describes what comes out.
 */
final class BundleWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FINDINGS_IN_PRINT = 150;
    private static final String CHECKER = "/org/innsyn/verifier/verify-report.html";

    private final LoggedEntries entries;
    private final LogExtract log;
    private final Surroundings surroundings;
    private final Scratch scratch;
    private final ReportKeys keys;

    BundleWriter(LoggedEntries entries, LogExtract log, Surroundings surroundings, Scratch scratch, ReportKeys keys) {
        this.entries = entries;
        this.log = log;
        this.surroundings = surroundings;
        this.scratch = scratch;
        this.keys = keys;
    }

    /** What part of the log a report is about, and the checkpoint that covers it. */
    record Run(long first, long end, LogExtract.Signed checkpoint) {}

    /** Told after every page how many leaves were gone through. */
    @FunctionalInterface
    interface Progress {
        void done(long leaves);
    }

    /** {@code manifest.json}. */
    private record Manifest(String format, String report, Instant madeAt, Instant from, Instant to, String zone, String language, ReportScope scope, String logKey,
            String reportKey, ReportFacts.Counts counts, String requests, List<PackageFile> files) {}

    /** {@code log/range.json}. */
    private record Range(String format, long first, long end, long size, List<byte[]> left, List<byte[]> right) {}

    /** {@code log/consistency.json}. */
    private record Consistency(String format, long earlier, long size, List<byte[]> path) {}

    /**
     * @param out gets the ZIP; stays open
     * @return how many entries it lists
     */
    long write(ReportJob job, Run run, Pseudonyms names, Instant now, OutputStream out, Progress progress) throws IOException {
        var zip = new PackageZip(out, now);
        var key = keys.current();
        var tally = new Tally(job.zone());
        var counts = accesses(zip, job.listed(), run, names, tally, progress);
        json(zip, "figures.json", tally.figures());
        var earlier = log.newest(job.from(), run.checkpoint()).orElse(null);
        proofs(zip, run, earlier);
        var facts = facts(zip, job, run, names, tally, counts, earlier, key);
        zip.add("report.pdf", file -> Pdf.write(new PrintedFacts(facts, now).document(), file));
        text(zip, "README.txt", Readme.of(facts));
        try (InputStream checker = BundleWriter.class.getResourceAsStream(CHECKER)) {
            zip.add("verify.html", Objects.requireNonNull(checker, "the checking page")::transferTo);
        }
        byte[] manifest = JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(new Manifest("innsyn-report/1", job.id().toString(), now, job.from(), job.to(),
                job.zone().getId(), job.language(), job.scope(), facts.logKey(), facts.reportKey(), counts,
                "Requests of data subjects and their clocks are kept by the request service and are not part of this report.", zip.files()));
        zip.add("manifest.json", file -> file.write(manifest));
        text(zip, "manifest.json.note", key.sign(job.id(), manifest));
        zip.finish();
        return counts.listed();
    }

    private ReportFacts.Counts accesses(PackageZip zip, Scope scope, Run run, Pseudonyms names, Tally tally, Progress progress) throws IOException {
        long[] counts = new long[4];
        try (var proof = scratch.open(); var sheetDraft = scratch.open()) {
            var leaves = new LeavesFile(proof.out());
            try (var sheet = new RowsSheet(sheetDraft.out())) {
                zip.add("accesses.jsonl", file -> entries.read(run.first(), run.end(), scope.from(), page -> {
                    for (var each : page) {
                        switch (each) {
                            case Open open -> {
                                var outside = scope.fieldsOutside(open.event());
                                if (outside.isEmpty()) {
                                    var row = ReportRow.of(open.leaf().index(), open.event(), open.kind(), open.recipient(), names);
                                    file.write(JSON.writeValueAsBytes(row));
                                    file.write('\n');
                                    sheet.add(row);
                                    tally.add(row);
                                    leaves.listed(open);
                                    counts[0]++;
                                } else {
                                    leaves.outside(open, outside);
                                    counts[1]++;
                                }
                            }
                            case Closed closed -> {
                                leaves.closed(closed);
                                counts[2]++;
                            }
                            case Other other -> {
                                leaves.other(other);
                                counts[3]++;
                            }
                        }
                    }
                    progress.done(counts[0] + counts[1] + counts[2] + counts[3]);
                }));
            }
            leaves.flush();
            zip.add("log/leaves.bin", proof::moveTo);
            zip.add("accesses.xlsx", sheetDraft::moveTo);
        }
        return new ReportFacts.Counts(counts[0], counts[1], counts[2], counts[3]);
    }

    private void proofs(PackageZip zip, Run run, LogExtract.@Nullable Signed earlier) throws IOException {
        long size = run.checkpoint().size();
        text(zip, "log/checkpoint", run.checkpoint().note());
        text(zip, "log/key", log.verifierKey(run.checkpoint()) + "\n");
        json(zip, "log/range.json", new Range("innsyn-report-range/1", run.first(), run.end(), size, log.before(run.first()), log.after(run.end(), size)));
        if (earlier != null) {
            text(zip, "log/checkpoint-earlier", earlier.note());
            json(zip, "log/consistency.json", new Consistency("innsyn-report-consistency/1", earlier.size(), size, log.consistency(earlier.size(), size)));
        }
    }

    private ReportFacts facts(PackageZip zip, ReportJob job, Run run, Pseudonyms names, Tally tally, ReportFacts.Counts counts, LogExtract.@Nullable Signed earlier,
            ReportKey key) throws IOException {
        var findings = new TreeMap<String, TreeMap<String, Long>>();
        var printed = new ArrayList<FindingLine>();
        zip.add("findings.jsonl", file -> surroundings.findings(job.listed(), names, finding -> {
            file.write(JSON.writeValueAsBytes(finding));
            file.write('\n');
            findings.computeIfAbsent(finding.kind(), none -> new TreeMap<>()).merge(finding.conclusion() == null ? finding.state() : finding.conclusion(), 1L, Long::sum);
            if (printed.size() < FINDINGS_IN_PRINT) {
                printed.add(finding);
            }
        }));
        var breaches = surroundings.breaches(job.listed(), names);
        json(zip, "breaches.json", Map.of("format", "innsyn-report-breaches/1", "breaches", breaches));
        var tables = surroundings.tables(job.listed(), names);
        json(zip, "policies.json", Map.of("format", "innsyn-report-policies/1", "tables", tables));
        var erasures = surroundings.erasures(job.listed(), names);
        json(zip, "erasures.json", Map.of("format", "innsyn-report-erasures/1", "erasures", erasures));
        return new ReportFacts(job, run.first(), run.end(), run.checkpoint(), earlier, counts, tally, findings, printed, breaches, tables, erasures, log.verifierKey(run.checkpoint()), key.verifierKey());
    }

    private static void json(PackageZip zip, String path, Object value) throws IOException {
        zip.add(path, file -> file.write(JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(value)));
    }

    private static void text(PackageZip zip, String path, String text) throws IOException {
        zip.add(path, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
