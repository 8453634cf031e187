package org.innsyn.dsr.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.platform.files.PackageZip;
import org.innsyn.platform.files.Scratch;
import org.innsyn.schemas.accesslog.AccessEntry.Details;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Who looked at the person's data, as JSON Lines and as CSV, and the proofs that each entry stands in the signed log. */
final class AccessLogFiles {

    private static final int SHOWN = 100;
    private static final List<String> COLUMNS = List.of(
            "number", "occurredAt", "recordedAt", "source", "actorKind", "unit", "role", "operation", "object", "categories", "purpose",
            "legalBasis", "verdict", "justification", "caseReference", "recipient", "fields", "recordReference", "clientAddress", "actor");

    private final AccessLogReader log;
    private final JsonMapper json;
    private final Scratch scratch;
    private final Map<Object, String> words = new HashMap<>();
    private final Deque<AccessEntry> newest = new ArrayDeque<>();
    private final Observed observed = new Observed();
    private long ended;

    AccessLogFiles(AccessLogReader log, JsonMapper json, Scratch scratch) {
        this.log = log;
        this.json = json;
        this.scratch = scratch;
    }

    /** Reads every entry once: what is the second file's waits outside the memory until the first one is written. */
    void write(PackageZip zip, LedgerPosition position) throws IOException {
        ended = log.ended(position);
        try (var table = scratch.open()) {
            var writer = new BufferedWriter(new OutputStreamWriter(table.out(), StandardCharsets.UTF_8));
            var csv = new Csv(writer);
            csv.line(COLUMNS);
            zip.add("access-log.jsonl", out -> log.read(position, ended, entry -> {
                out.write(json.writeValueAsBytes(entry));
                out.write('\n');
                csv.line(values(entry));
                show(entry);
                observed.add(entry);
            }));
            writer.flush();
            zip.add("access-log.csv", table::moveTo);
        }
        zip.add("access-log-proofs.jsonl", out -> log.proofs(position, ended, proof -> {
            out.write(json.writeValueAsBytes(proof));
            out.write('\n');
        }));
        if (position.head() > 0) {
            zip.add(CompletenessStatement.FILE, out -> out.write(json.writeValueAsBytes(log.completeness(position))));
        }
    }

    /** How many entries, from the first on, had ended with their time and are not here. */
    long ended() {
        return ended;
    }

    /** The newest entries, newest first, for the page people read. */
    Collection<AccessEntry> newest() {
        return newest;
    }

    /** What it shows of purposes and recipients. */
    Observed observed() {
        return observed;
    }

    private void show(AccessEntry entry) {
        newest.addFirst(entry);
        if (newest.size() > SHOWN) {
            newest.removeLast();
        }
    }

    private List<@Nullable Object> values(AccessEntry entry) {
        Details details = entry.details() == null ? new Details(null, null, null, null, null, null, null) : entry.details();
        return Arrays.asList(
                entry.number(), entry.occurredAt(), entry.recordedAt(), entry.source(), word(entry.actor().kind()), entry.actor().unit(),
                entry.actor().role(), word(entry.operation()), entry.object(), String.join(" ", entry.categories()), entry.purpose(),
                entry.legalBasis(), word(entry.verdict()), details.justification(), details.caseReference(), details.recipient(),
                details.fields() == null ? null : String.join(" ", details.fields()), details.recordReference(), details.clientAddress(), entry.actor().id());
    }

    /** The word of the published language. */
    private String word(Object constant) {
        return words.computeIfAbsent(constant, each -> json.valueToTree(each).asString());
    }
}
