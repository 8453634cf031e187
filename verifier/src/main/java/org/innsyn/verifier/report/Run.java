package org.innsyn.verifier.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.MerkleTree;
import org.innsyn.verifier.tree.PartialTree;

/** The run of leaves a report is about, gone through once beside its rows; memory does not grow with it. */
final class Run {

    static final String LEAVES = "log/leaves.bin";
    private static final String RANGE = "log/range.json";
    private static final String ROWS = "accesses.jsonl";
    private static final String FIGURES = "figures.json";

    private final Bundle bundle;
    private final Manifest manifest;
    private final long first;
    private final long end;
    private final long size;
    private final List<Hash> left;
    private final List<Hash> right;
    private final Map<String, Long> counts = new HashMap<>(Map.of("listed", 0L, "outside", 0L, "closed", 0L, "other", 0L));

    Run(Bundle bundle, Manifest manifest) throws IOException {
        this.bundle = bundle;
        this.manifest = manifest;
        try {
            if (!(Json.parse(bundle.text(RANGE)) instanceof Json.Members range) || !Json.text(range, "format").equals("innsyn-report-range/1")) {
                throw new Malformed("it is no range");
            }
            first = Manifest.number(range, "first");
            end = Manifest.number(range, "end");
            size = Manifest.number(range, "size");
            left = ReportCheck.hashes(range, "left");
            right = ReportCheck.hashes(range, "right");
        } catch (Malformed broken) {
            throw new Rejected(RANGE, "It breaks the format: " + broken.getMessage() + ".");
        }
    }

    long first() {
        return first;
    }

    long end() {
        return end;
    }

    /** @throws Rejected when a leaf, a row, a figure or an edge does not hold */
    void check(Checkpoint checkpoint) throws IOException {
        if (first >= end || end > size || size != checkpoint.size()) {
            throw new Rejected(RANGE, "It is not a run of leaves of this checkpoint.");
        }
        var tree = new PartialTree(first, left);
        var edges = new Edges(manifest, first);
        var recount = new Recount(manifest.zone());
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var leaves = bundle.open(LEAVES); var rows = new BufferedReader(new InputStreamReader(bundle.open(ROWS), decoder))) {
            var reader = new LeafReader(leaves);
            for (var leaf = reader.next(); leaf.isPresent(); leaf = reader.next()) {
                long index = tree.size();
                if (index >= end) {
                    throw new Rejected(LEAVES, "There are more leaves than the run has.");
                }
                tree.add(MerkleTree.leaf(leaf.get().data()));
                look(index, leaf.get(), rows, edges, recount);
            }
            if (tree.size() != end) {
                throw new Rejected(LEAVES, "There are fewer leaves than the run has.");
            }
            if (rows.readLine() != null) {
                throw new Rejected(ROWS, "There are more rows than listed leaves.");
            }
        } catch (Malformed broken) {
            throw new Rejected(LEAVES, "It breaks the format: " + broken.getMessage() + ".");
        } catch (java.nio.charset.CharacterCodingException notText) {
            throw new Rejected(ROWS, "The file is not text.");
        }
        if (!tree.root(size, right).equals(checkpoint.root())) {
            throw new Rejected(LEAVES, "The leaves are not the ones the log signed.");
        }
        edges.requirePeriod(end);
        requireFigures(recount);
    }

    private void look(long index, Leaf leaf, BufferedReader rows, Edges edges, Recount recount) throws IOException {
        switch (leaf) {
            case Leaf.Entry entry when entry.listed() -> {
                counts.merge("listed", 1L, Long::sum);
                row(index, entry, rows.readLine(), recount);
            }
            case Leaf.Entry entry -> {
                counts.merge("outside", 1L, Long::sum);
                if (isWithin(entry.open())) {
                    throw new Rejected("leaf " + index, "The entry is said to be outside the period or the scope, and what is shown of it does not say so.");
                }
            }
            case Leaf.Other other -> {
                counts.merge("other", 1L, Long::sum);
                edges.add(index, other.data());
            }
            case Leaf.Closed closed -> counts.merge("closed", 1L, Long::sum);
        }
    }

    private void row(long index, Leaf.Entry entry, String line, Recount recount) {
        String where = ROWS + ", leaf " + index;
        if (line == null) {
            throw new Rejected(ROWS, "There are fewer rows than listed leaves.");
        }
        try {
            Row row = Row.parse(line);
            if (row.index() != index) {
                throw new Rejected("index", "The row is about another leaf.");
            }
            row.requireEqual(entry.open());
            if (!isWithin(entry.open())) {
                throw new Rejected("scope", "The row is outside the period or the scope.");
            }
            recount.add(row);
        } catch (Malformed broken) {
            throw new Rejected(where, "It breaks the format: " + broken.getMessage() + ".");
        } catch (DateTimeException broken) {
            throw new Rejected(where, "Its time cannot be read.");
        } catch (Rejected bad) {
            throw bad.within(where);
        }
    }

    /** Whether nothing that is open shows that the entry is outside. */
    private boolean isWithin(Map<String, byte[]> open) {
        if (open.containsKey("recordedAt")) {
            Instant at = Instant.parse(word(open, "recordedAt"));
            if (at.isBefore(manifest.from()) || !at.isBefore(manifest.to())) {
                return false;
            }
        }
        return isWithin(open, "sources", "source") && isWithin(open, "units", "unit") && isWithin(open, "purposes", "purpose") && hasCategory(open);
    }

    private boolean isWithin(Map<String, byte[]> open, String list, String field) {
        return !open.containsKey(field) || manifest.isWithin(list, word(open, field));
    }

    private boolean hasCategory(Map<String, byte[]> open) {
        if (!open.containsKey("categories") || manifest.scope().get("categories").isEmpty()) {
            return true;
        }
        return Json.parse(word(open, "categories")) instanceof Json.Items(List<Json> categories)
                && categories.stream().anyMatch(each -> each instanceof Json.Text(String category) && manifest.isWithin("categories", category));
    }

    private static String word(Map<String, byte[]> open, String field) {
        return Utf8.decode(field, open.get(field));
    }

    private void requireFigures(Recount recount) throws IOException {
        if (!counts.equals(manifest.counts())) {
            throw new Rejected(Manifest.PATH, "The manifest counts other leaves than there are.");
        }
        try {
            if (!Json.parse(bundle.text(FIGURES)).equals(recount.figures())) {
                throw new Rejected(FIGURES, "The figures are not what the rows add up to.");
            }
        } catch (Malformed broken) {
            throw new Rejected(FIGURES, "It breaks the format: " + broken.getMessage() + ".");
        }
    }
}
