package org.innsyn.dsr.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.innsyn.dsr.connector.sql.Shop;
import org.innsyn.dsr.service.Neighbours;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.platform.files.PackageZip;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lies in a copy: files, rows, log and signature; and when there is none. */
class CopyWriterTest extends WrittenCopy {

    @Test
    void every_other_file_stands_in_the_manifest_with_its_size_and_sum() throws IOException {
        var files = unzip(write(Shop.ANN));
        var listed = new LinkedHashMap<String, JsonNode>();
        JSON.readTree(files.get("manifest.json")).get("files").forEach(file -> listed.put(file.get("path").asString(), file));

        assertThat(listed.keySet()).containsExactlyElementsOf(files.keySet().stream().filter(path -> !path.startsWith("manifest.json")).toList());
        listed.forEach((path, file) -> {
            assertThat(file.get("sizeBytes").asLong()).as(path).isEqualTo(files.get(path).length);
            assertThat(file.get("sha256").asString()).as(path).isEqualTo(HexFormat.of().formatHex(Sha256.of(files.get(path))));
        });
    }

    @Test
    void the_manifest_is_signed_with_the_key_it_names_over_the_bytes_that_lie_there() throws IOException {
        var files = unzip(write(Shop.ANN));
        var manifest = JSON.readTree(files.get("manifest.json"));
        var note = text(files, "manifest.json.note");

        assertThat(files.lastEntry().getKey()).isEqualTo("manifest.json.note");
        assertThat(manifest.get("format").asString()).isEqualTo("innsyn-copy/2");
        assertThat(manifest.get("copyKey").asString()).isEqualTo(new NoteKey("test.example/copies", new byte[32]).verifierKey());
        assertThat(note).startsWith("innsyn-copy/2\n" + manifest.get("request").asString() + "\n" + Base64.getEncoder().encodeToString(Sha256.of(files.get("manifest.json"))) + "\n\n")
                .contains("\n— test.example/copies ");
    }

    @Test
    void rows_equal_the_databases() throws IOException {
        var files = unzip(write(Shop.ANN));

        for (var table : List.of("customers", "subscriptions", "cases")) {
            var column = table.equals("customers") ? "id" : "customer_id";
            var expected = shop.jdbc().queryForList("select * from " + table + " where " + column + " = 1 order by id");
            var rows = JSON.readTree(files.get("data/" + table + ".json"));
            assertThat(rows).as(table).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                var row = rows.get(i);
                for (var field : row.propertyNames()) {
                    if (!field.equals("joined_at")) {
                        assertThat(row.get(field).asString()).isEqualTo(expected.get(i).get(field).toString());
                    }
                }
            }
        }
        assertThat(text(files, "data/invoices.json")).isEqualTo(
                "[{\"number\":11,\"issued_on\":\"2019-12-31\",\"amount\":10.50},{\"number\":12,\"issued_on\":\"2024-01-01\",\"amount\":20.00}]");
    }

    @Test
    void the_access_log_is_there_entry_by_entry() throws IOException {
        var lines = text(unzip(write(Shop.ANN)), "access-log.jsonl").lines().toList();

        assertThat(lines).hasSize(1_234);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(JSON.readValue(lines.get(i), AccessEntry.class)).isEqualTo(Neighbours.entry(i + 1));
        }
    }

    @Test
    void entries_whose_time_is_over_are_left_out_and_none_after_them() throws IOException {
        neighbours.expired(position.ledger(), 1_100);
        var files = unzip(write(Shop.ANN));
        var lines = text(files, "access-log.jsonl").lines().toList();

        assertThat(lines).hasSize(134);
        assertThat(JSON.readValue(lines.getFirst(), AccessEntry.class)).isEqualTo(Neighbours.entry(1_101));
        assertThat(text(files, "access-log-proofs.jsonl").lines().findFirst()).get().asString().contains("\"proof\":\"proof 1101\"");
        assertThat(JSON.readTree(text(files, "manifest.json")).get("accessLogEnded").asLong()).as("and it is said, for the checker").isEqualTo(1_100);
        assertThat(text(files, "index.html")).contains("The first 1100 of them are not here any more");
    }

    @Test
    void every_entry_comes_with_its_proof() throws IOException {
        var lines = text(unzip(write(Shop.ANN)), "access-log-proofs.jsonl").lines().toList();

        assertThat(lines).hasSize(1_234);
        assertThat(lines.getLast()).contains("\"proof\":\"proof 1234\"");
    }

    @Test
    void a_statement_says_how_many_entries_there_are() throws IOException {
        assertThat(text(unzip(write(Shop.ANN)), "completeness.json")).contains("\"format\":\"innsyn-completeness/1\"");
    }

    @Test
    void a_spreadsheet_runs_nothing_of_it_and_json_keeps_every_letter() throws IOException {
        var files = unzip(write(Shop.ANN));

        assertThat(text(files, "data/messages.csv")).isEqualTo("id,body\r\n11,'=cmd|x\r\n12,\"It's \"\"fine\"\"\"\r\n");
        assertThat(text(files, "data/messages.json")).contains("\"=cmd|x\"");
        assertThat(text(files, "access-log.csv")).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(Csv.cell(-5)).isEqualTo("-5");
        assertThat(List.of(Csv.cell("-5"), Csv.cell("+47"), Csv.cell("@a"), Csv.cell("\tx"))).allMatch(cell -> cell.startsWith("'"));
    }

    @Test
    void nothing_of_anybody_else_is_in_it() throws IOException {
        unzip(write(Shop.ANN)).forEach((path, content) -> assertThat(new String(content, UTF_8)).as(path).doesNotContain(Shop.BO.value()));
    }

    @Test
    void the_same_decision_gives_the_same_bytes() throws IOException {
        assertThat(write(Shop.ANN)).isEqualTo(write(Shop.ANN));
    }

    @Test
    void a_log_that_is_not_whole_makes_no_copy() {
        neighbours.indexed(position.ledger(), 1_233);
        assertThatThrownBy(() -> write(Shop.ANN)).isInstanceOf(CopyIncomplete.class).hasMessageContaining("is not complete in the index or in the signed log yet");
    }

    @Test
    void an_audit_service_that_is_away_makes_no_copy() {
        neighbours.close();
        assertThatThrownBy(() -> write(Shop.ANN)).isInstanceOf(CopyIncomplete.class).hasMessageContaining("did not answer");
    }

    @Test
    void no_path_leads_out_of_the_copy() {
        var zip = new PackageZip(new ByteArrayOutputStream(), RECEIVED);
        for (var path : List.of("../a", "/a", "a/../b", "a//b", "A", ".hidden", "a\\b", "c:x", "")) {
            assertThatThrownBy(() -> zip.add(path, _ -> {})).as(path).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
