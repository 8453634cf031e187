package org.innsyn.dsr.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.sql.Shop;
import org.innsyn.dsr.copykey.CopyKey;
import org.innsyn.dsr.register.RegisterReader;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.service.Neighbours;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.platform.files.PackageZip;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.policy.PolicyApi;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CopyWriterTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant RECEIVED = Instant.parse("2026-06-10T10:00:00Z");

    private static final Map<ItemKey, String> CATEGORIES = Map.of(
            ItemKey.ACCESS_LOG, "access-log", ItemKey.of("shop", "customers"), "contact-details", ItemKey.of("shop", "invoices"), "billing");

    @TempDir
    private Path scratch;

    private Shop shop;
    private Neighbours neighbours;
    private CopyWriter writer;
    private LedgerPosition position;

    @BeforeEach
    void open() {
        shop = new Shop();
        neighbours = new Neighbours();
        position = new LedgerPosition(neighbours.ledger(Shop.ANN.value(), 1_234), 1_234);
        var http = RestClient.builder().baseUrl(neighbours.url()).defaultHeaders(headers -> headers.setBearerAuth("any")).build();
        var ledgers = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http)).build().createClient(LedgersApi.class);
        var policy = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http)).build().createClient(PolicyApi.class);
        var register = new RegisterReader().read(Path.of("src/test/resources/register/register.yaml"));
        writer = new CopyWriter(
                new Connectors(List.of(shop.connector(Clock.systemUTC()))), ledgers, Processing.of(register, policy), scratch, RandomSource.secure(),
                () -> new CopyKey(new NoteKey("test.example/copies", new byte[32])));
    }

    @AfterEach
    void close() {
        shop.close();
        neighbours.close();
    }

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
    void the_page_shows_text_and_never_markup_of_the_data() throws IOException {
        shop.jdbc().update("update cases set topic = '<script>alert(1)</script>' where id = 11");

        assertThat(text(unzip(write(Shop.ANN)), "index.html"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script")
                .contains("Showing 100 of 1234 records.")
                .contains("manifest.json");
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
    void the_eight_answers_come_from_the_register_and_the_table_and_the_log_and_say_where_these_differ() throws IOException {
        var page = text(unzip(write(Shop.ANN)), "index.html");

        for (char letter = 'a'; letter <= 'h'; letter++) {
            assertThat(page).contains("Art. 15(1)(" + letter + ")");
        }
        assertThat(page)
                .contains("<td>Helping you (support.case)</td><td>Contract</td><td>You</td><td>support</td><td>1221</td>")
                .contains("<td>billing.collection</td><td>This is not written down here.")
                .contains("Your log shows purposes that the register does not name for your data: billing.collection.")
                .contains("Your log shows purposes that the access control table allows nobody now: billing.collection.")
                .contains("The register names purposes for which the access control table allows nobody to look: Sending news (shop.newsletter).")
                .contains("The letter shop — not in your log")
                .contains("Collectors &lt;AS&gt;: 13 times in your log, and not in the register")
                .contains("For this it is not written down here: access-log, billing.")
                .contains("While you are a customer").contains("You told us").contains("No machine decides alone.").contains("Nothing leaves the EEA.")
                .contains("Invoices: whatever is asked for, it is kept for 5 years after the end of the fiscal year. Bookkeeping law")
                .contains("the data protection authority: Datatilsynet");
    }

    @Test
    void the_same_page_lies_beside_it_in_norwegian() throws IOException {
        var files = unzip(write(Shop.ANN));

        assertThat(text(files, "index.html")).contains("<html lang=\"en\">").contains("<a href=\"index.nb.html\" lang=\"nb\">På norsk</a>");
        assertThat(text(files, "index.nb.html")).contains("<html lang=\"nb\">").contains("<a href=\"index.html\" lang=\"en\">In English</a>")
                .contains("Du ba om innsyn 10. juni 2026").contains("Viser 100 av 1234 oppføringer.").contains("Å hjelpe deg").contains("gitt videre")
                .contains("Mens du er kunde").contains("beholdes det i 5 år etter regnskapsårets slutt. Bokføringsloven").contains("art. 15 nr. 1 h");
    }

    @Test
    void both_languages_have_the_same_words() throws IOException {
        var words = new ArrayList<Set<String>>();
        for (var language : List.of("en", "nb")) {
            var read = new Properties();
            try (var in = Files.newBufferedReader(Path.of("src/main/resources/copy/words_" + language + ".properties"))) {
                read.load(in);
            }
            // English shows codes as they are and has its grounds in the rule pack.
            words.add(read.stringPropertyNames().stream().filter(key -> !key.matches("(operation|basis|ground)[.].*")).collect(Collectors.toSet()));
        }
        assertThat(words.getFirst()).isEqualTo(words.getLast());
    }

    @Test
    void who_takes_their_data_along_gets_the_data_alone() throws IOException {
        var decisions = List.of(new Decision(ItemKey.of("shop", "customers"), Outcome.INCLUDE, null));

        assertThat(text(unzip(write(Shop.ANN, decisions, Right.PORTABILITY)), "index.html")).contains("GDPR Art. 20").doesNotContain("Art. 15(1)");
    }

    @Test
    void a_record_that_is_withheld_is_in_no_file_and_the_copy_says_how_many_and_why() throws IOException {
        var messages = ItemKey.of("shop", "messages");
        var given = List.of(new Decision(messages, Outcome.INCLUDE, null));
        var lines = ItemContents.of(shop.connector(Clock.systemUTC()), Shop.ANN, messages, 0, 10);
        assertThat(lines.lines()).extracting(ItemContents.Line::text).containsExactly("id: 11, body: =cmd|x", "id: 12, body: It's \"fine\"");
        var record = lines.lines().getLast().record();

        var files = unzip(write(Shop.ANN, given, Right.ACCESS, List.of(new WithheldRecord(messages, record, "rights-of-others"))));
        assertThat(text(files, "data/messages.json")).isEqualTo("[{\"id\":11,\"body\":\"=cmd|x\"}]");
        assertThat(text(files, "data/messages.csv")).doesNotContain("fine");
        assertThat(text(files, "index.html")).contains("shop/messages: 1 record withheld. It is other people").doesNotContain("fine");
        assertThat(text(files, "index.nb.html")).contains("shop/messages: 1 oppføring er holdt tilbake. Det er også andres opplysninger");
        assertThat(JSON.readTree(text(files, "manifest.json")).get("withheld").toString())
                .isEqualTo("[{\"item\":\"shop/messages\",\"ground\":\"rights-of-others\",\"records\":1}]");
    }

    @Test
    void a_record_that_changed_after_it_was_withheld_is_not_given_by_mistake() throws IOException {
        var messages = ItemKey.of("shop", "messages");
        var record = ItemContents.of(shop.connector(Clock.systemUTC()), Shop.ANN, messages, 1, 10).lines().getFirst().record();
        shop.jdbc().update("update messages set body = 'changed' where id = 12");

        assertThatThrownBy(() -> write(Shop.ANN, List.of(new Decision(messages, Outcome.INCLUDE, null)), Right.ACCESS,
                        List.of(new WithheldRecord(messages, record, "rights-of-others"))))
                .isInstanceOf(CopyIncomplete.class).hasMessageContaining("1 records of shop/messages that are to be withheld are not there as they were");
    }

    @Test
    void what_is_left_out_is_named_with_its_ground() throws IOException {
        var without = List.of(
                new Decision(ItemKey.ACCESS_LOG, Outcome.INCLUDE, null),
                new Decision(ItemKey.of("shop", "messages"), Outcome.LEAVE_OUT, "rights-of-others"));
        var files = unzip(write(Shop.ANN, without));

        assertThat(files).doesNotContainKey("data/messages.json");
        assertThat(text(files, "index.html")).contains("shop/messages: It is other people");
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

    private byte[] write(Account account) throws IOException {
        var everything = new ArrayList<Decision>();
        everything.add(new Decision(ItemKey.ACCESS_LOG, Outcome.INCLUDE, null));
        for (var table : List.of("customers", "subscriptions", "invoices", "cases", "messages")) {
            everything.add(new Decision(ItemKey.of("shop", table), Outcome.INCLUDE, null));
        }
        return write(account, everything);
    }

    private byte[] write(Account account, List<Decision> decisions) throws IOException {
        return write(account, decisions, Right.ACCESS);
    }

    private byte[] write(Account account, List<Decision> decisions, Right right) throws IOException {
        return write(account, decisions, right, List.of());
    }

    private byte[] write(Account account, List<Decision> decisions, Right right, List<WithheldRecord> withheld) throws IOException {
        var contents = new CopyContents(
                new RequestId(new UUID(0, 1)), "R-7Q4K-2M", right, RECEIVED, RECEIVED.plusSeconds(60), decisions, CATEGORIES, withheld, position, "Datatilsynet");
        var out = new ByteArrayOutputStream();
        writer.write(contents, account, out);
        return out.toByteArray();
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), UTF_8);
    }

    private static LinkedHashMap<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
