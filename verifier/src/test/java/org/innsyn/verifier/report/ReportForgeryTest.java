package org.innsyn.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WrittenReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a report, it is rejected: by a stranger, and, as far as the log proves it, by the company that signs it. */
class ReportForgeryTest {

    private static final long SEED = 20260304;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    private WrittenReport report() {
        return new WrittenReport(new Random(SEED));
    }

    private CheckedReport check(WrittenReport report, Trust trust) throws IOException {
        return new ReportCheck(trust).check(report.writeTo(folder.resolve("report.zip")));
    }

    private static Trust keys(WrittenReport report) {
        return new Trust(List.of(VerifierKey.parse(report.log().key().verifierKey()), VerifierKey.parse(report.key().verifierKey())));
    }

    @Test
    void a_genuine_report_is_good_with_and_without_keys_from_elsewhere() throws IOException {
        var genuine = report();
        for (var trust : List.of(keys(genuine), new Trust(List.of()), new Trust(keys(genuine).given().subList(0, 1)))) {
            CheckedReport checked = check(genuine, trust);
            assertThat(checked.counts()).isEqualTo(Map.of("listed", 9L, "outside", 3L, "closed", 1L, "other", 3L));
            assertThat(checked.earlier()).hasValue(23L);
        }
        assertThat(check(genuine, keys(genuine)).reportKeyWasGiven()).isTrue();
        assertThat(check(genuine, new Trust(keys(genuine).given().subList(0, 1))).reportKeyWasGiven()).isFalse();
    }

    @Test
    void with_another_report_key_at_hand_the_one_that_came_along_counts_for_nothing() throws IOException {
        var genuine = report();
        var log = keys(genuine).given().getFirst();
        for (var other : List.of("log.example/access/reports", "company.example/reports")) {
            var trust = new Trust(List.of(log, VerifierKey.parse(new LogKey(other).verifierKey())));
            assertThat(isRejected(genuine, trust)).as("a key named %s", other).isTrue();
        }
    }

    @Test
    void no_byte_of_any_file_can_be_changed_by_a_stranger() throws IOException {
        var genuine = report();
        var rejected = new TreeMap<String, Integer>();
        for (String path : List.copyOf(genuine.files().keySet())) {
            byte[] content = genuine.files().get(path);
            for (int i = 0; i < Math.min(content.length, 60); i++) {
                byte[] forged = content.clone();
                forged[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(7));
                genuine.files().put(path, forged);
                for (var trust : List.of(keys(genuine), new Trust(List.of()))) {
                    assertThat(isRejected(genuine, trust)).as("%s, change %d", path, i).isTrue();
                }
                rejected.merge(path, 1, Integer::sum);
            }
            genuine.files().put(path, content);
        }
        print(rejected);
        assertThat(rejected).hasSize(11);
        assertThat(isRejected(genuine, keys(genuine))).as("put back").isFalse();
    }

    @Test
    void no_file_can_be_left_out_or_put_in() throws IOException {
        for (String path : List.copyOf(report().files().keySet())) {
            var forged = report();
            forged.files().remove(path);
            assertThat(isRejected(forged, keys(forged))).as("without " + path).isTrue();
        }
        assertThat(isRejected(report().put("more.txt", "x"), keys(report()))).isTrue();
    }

    /** Each is signed again by the company's own key: the log alone speaks against it. */
    @Test
    void the_company_itself_cannot_change_what_the_log_proves() throws IOException {
        var forgeries = new TreeMap<String, Consumer<WrittenReport>>();
        forgeries.put("a row says another purpose", each -> text(each, "accesses.jsonl", "support.case", "support.mail"));
        forgeries.put("a row says another unit", each -> text(each, "accesses.jsonl", "\"unit\":\"billing\"", "\"unit\":\"support\""));
        forgeries.put("a row says another verdict", each -> text(each, "accesses.jsonl", "within-policy", "not-judged"));
        forgeries.put("a row says no unit", each -> text(each, "accesses.jsonl", "\"unit\":\"billing\",", ""));
        forgeries.put("a row says more", each -> text(each, "accesses.jsonl", "\"log\"", "\"role\":\"lead\",\"log\""));
        forgeries.put("a row is left out", each -> lines(each, rows -> rows.remove(3)));
        forgeries.put("a row is repeated", each -> lines(each, rows -> rows.add(rows.getLast())));
        forgeries.put("two rows change places", each -> lines(each, rows -> rows.add(rows.remove(0))));
        forgeries.put("a figure is smaller", each -> text(each, "figures.json", "\"entries\": 4", "\"entries\": 3"));
        forgeries.put("a figure is left out", each -> text(each, "figures.json", "{\"value\": \"\", \"entries\": 3}, ", ""));
        forgeries.put("the total is another", each -> text(each, "figures.json", "\"entries\": 9, \"by\"", "\"entries\": 8, \"by\""));
        forgeries.put("a later end", each -> text(each, "log/range.json", "\"end\": 37", "\"end\": 38"));
        forgeries.put("an earlier end", each -> text(each, "log/range.json", "\"end\": 37", "\"end\": 36"));
        forgeries.put("another first leaf", each -> text(each, "log/range.json", "\"first\": 21", "\"first\": 20"));
        forgeries.put("an earlier checkpoint that is none", each -> text(each, "log/consistency.json", "\"earlier\": 23", "\"earlier\": 22"));
        forgeries.put("a listed entry is called outside", each -> leaf(each, 1, (byte) 2));
        forgeries.put("an entry outside is called listed", each -> leaf(each, 2, (byte) 1));
        forgeries.put("a shorter proof of leaves", each -> each.files().put("log/leaves.bin", Arrays.copyOf(each.files().get("log/leaves.bin"), each.files().get("log/leaves.bin").length - 33)));
        forgeries.put("another log's checkpoint", each -> each.put("log/checkpoint", report().log().fill(90, new Random(1)).checkpoint()));
        var counts = new TreeMap<String, Integer>();
        for (var forgery : forgeries.entrySet()) {
            var forged = report();
            forgery.getValue().accept(forged);
            assertThat(isRejected(forged.sign(), keys(forged))).as(forgery.getKey()).isTrue();
            counts.merge(forgery.getKey(), 1, Integer::sum);
        }
        print(counts);
    }

    @Test
    void a_longer_period_than_the_leaves_cover_is_rejected() throws IOException {
        var forged = report();
        String manifest = new String(forged.files().get("manifest.json"), StandardCharsets.UTF_8);
        for (var changed : List.of(manifest.replace("\"to\": \"2026-03-04T00:00:00Z\"", "\"to\": \"2026-03-04T00:00:31Z\""), manifest.replace("\"from\": \"2026-03-02T00:00:00Z\"", "\"from\": \"2026-03-01T21:59:59Z\""))) {
            forged.put("manifest.json", changed);
            forged.put("manifest.json.note", forged.key().sign("innsyn-report/1\n0f3c0000-0000-4000-8000-000000000001\n"
                    + org.innsyn.verifier.written.Bytes.base64(org.innsyn.verifier.written.Bytes.sha256(forged.files().get("manifest.json"))) + "\n"));
            assertThatThrownBy(() -> check(forged, keys(forged))).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void another_key_of_the_same_name_is_not_taken_for_the_companys() throws IOException {
        var genuine = report();
        var other = new Trust(List.of(VerifierKey.parse(genuine.log().key().verifierKey()), VerifierKey.parse(new LogKey(genuine.key().name()).verifierKey())));
        assertThatThrownBy(() -> check(genuine, other)).isInstanceOfSatisfying(Rejected.class, bad -> assertThat(bad.where()).contains("manifest.json.note"));
    }

    @Test
    void a_zip_whose_bytes_are_changed_never_says_something_else() throws IOException {
        var genuine = report();
        Path file = genuine.writeTo(folder.resolve("whole.zip"));
        byte[] bytes = Files.readAllBytes(file);
        CheckedReport said = new ReportCheck(keys(genuine)).check(file);
        var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < 400; i++) {
            byte[] forged = bytes.clone();
            forged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, forged);
            try {
                // What still passes differs in what a ZIP says of its files' times, never in what they hold.
                assertThat(new ReportCheck(keys(genuine)).check(file)).isEqualTo(said);
                outcomes.merge("passed: the same files", 1, Integer::sum);
            } catch (Rejected | Unusable bad) {
                outcomes.merge("rejected", 1, Integer::sum);
            }
        }
        print(outcomes);
        assertThat(outcomes.get("rejected")).isGreaterThan(300);
    }

    private static void text(WrittenReport report, String path, String from, String to) {
        String content = new String(report.files().get(path), StandardCharsets.UTF_8);
        assertThat(content).contains(from);
        report.put(path, content.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
    }

    private static void lines(WrittenReport report, Consumer<List<String>> change) {
        var lines = new ArrayList<>(new String(report.files().get("accesses.jsonl"), StandardCharsets.UTF_8).lines().toList());
        change.accept(lines);
        report.put("accesses.jsonl", String.join("\n", lines) + "\n");
    }

    /** Calls the first leaf of a kind another. */
    private static void leaf(WrittenReport report, int kind, byte other) {
        byte[] leaves = report.files().get("log/leaves.bin").clone();
        for (int at = 0; at < leaves.length - 20; at++) {
            // A kind's byte stands before the number of fields and the first field's length and name.
            if (leaves[at] == kind && leaves[at + 2] == 5 && new String(leaves, at + 3, 5, StandardCharsets.US_ASCII).equals("actor")) {
                leaves[at] = other;
                break;
            }
        }
        report.files().put("log/leaves.bin", leaves);
    }

    private boolean isRejected(WrittenReport forged, Trust trust) throws IOException {
        Path file = forged.writeTo(folder.resolve("forged.zip"));
        try {
            if (!ReportCheck.isOne(file)) {
                return true;
            }
            new ReportCheck(trust).check(file);
            return false;
        } catch (Rejected | Unusable rejected) {
            return true;
        }
    }

    private static void print(Map<String, Integer> counts) {
        System.out.println("seed " + SEED);
        counts.forEach((what, count) -> System.out.printf("%-50s %6d%n", what, count));
    }
}
