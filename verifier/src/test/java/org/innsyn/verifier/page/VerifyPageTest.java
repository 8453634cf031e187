package org.innsyn.verifier.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.utf8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.innsyn.verifier.entry.FieldWords;
import org.innsyn.verifier.entry.Mutations;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WitnessSigner;
import org.innsyn.verifier.written.WrittenCopy;
import org.innsyn.verifier.written.WrittenEntry;
import org.innsyn.verifier.written.WrittenLedger;
import org.innsyn.verifier.written.WrittenLog;
import org.innsyn.verifier.written.WrittenProof;
import org.innsyn.verifier.written.WrittenReceipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, opened from the disk as a customer does. */
class VerifyPageTest {

    private static final Path PAGE = Path.of("src/main/resources/org/innsyn/verifier/verify.html").toAbsolutePath();

    private static Playwright playwright;
    private static Browser browser;

    private final Random random = new Random(31);
    private final WrittenLog log = new WrittenLog("log.example/access").fill(1_100, random);
    private final List<String> requests = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void openPage() {
        page = browser.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(PAGE.toUri().toString());
    }

    @AfterEach
    void nothing_was_asked_of_a_network() {
        assertThat(requests).containsExactly(PAGE.toUri().toString());
        page.close();
    }

    private WrittenProof proof(String... hidden) {
        var entry = new WrittenEntry(random);
        int index = log.add(entry.leafData());
        log.fill(index + 104, random);
        return WrittenProof.of(entry, log, index, Set.of(hidden));
    }

    private Locator choose(String name, String content) {
        page.locator("#files").setInputFiles(new FilePayload(name, "application/json", utf8(content)));
        return page.locator(".answer", new Page.LocatorOptions().setHasText(name));
    }

    @Test
    void a_log_that_changed_its_key_is_followed_across_the_change_when_both_keys_signed_or_are_named() {
        var old = log.key();
        var next = new LogKey(old.name());
        var ledger = new WrittenLedger(log, 6, random);
        List<String> before = ledger.lines();
        log.signedBy(next, old);
        List<String> both = ledger.lines();
        log.signedBy(next);
        List<String> after = ledger.lines();

        assertThat(choose("linked.jsonl", WrittenLedger.file(List.of(before.get(0), both.get(1), both.get(2), after.get(3))))).containsText("Good by its own key");
        List<String> apart = List.of(before.get(0), after.get(1));
        assertThat(choose("apart.jsonl", WrittenLedger.file(apart))).containsText("nothing links the two");
        page.fill("#key", old.verifierKey() + " " + next.verifierKey());
        assertThat(choose("named.jsonl", WrittenLedger.file(apart))).containsText("Good");
    }

    @Test
    void lines_of_witnesses_do_not_disturb_wherever_they_stand() {
        WrittenProof proof = proof();
        String line = new WitnessSigner("witness.example/one").cosign(log.checkpoint(), 1_772_445_600).substring(log.checkpoint().length());
        String below = proof.proof() + line;
        String above = proof.proof().replace("\u2014 " + log.key().name(), line + "\u2014 " + log.key().name());

        assertThat(choose("below.json", new WrittenProof(proof.fields(), below, proof.key()).json())).containsText("Good by its own key");
        assertThat(choose("above.json", new WrittenProof(proof.fields(), above, proof.key()).json())).containsText("Good by its own key");
    }

    @Test
    void a_good_proof_says_the_same_as_the_program() {
        page.locator("#key").fill(log.key().verifierKey());

        Locator answer = choose("good.innsyn-proof.json", proof("actor", "clientAddress").json());

        assertThat(answer.locator(".verdict")).hasText("Good");
        assertThat(answer).containsText("This entry stands in the signed log");
        assertThat(answer.locator("dt:text-is('Why') + dd")).hasText("support.case");
        assertThat(answer.locator("dt:text-is('Kinds of data') + dd")).hasText("contact-data, billing");
        assertThat(answer.locator("dt:text-is('Justification') + dd")).hasText("Kunden ba om hjelp på e-post");
        assertThat(answer.locator("dt:text-is('Number in that log') + dd")).hasText("1");
        assertThat(answer).containsText("Hidden from this reader: Who, From the address");
        assertThat(answer).containsText("It is entry 1,101 of 1,204 (index 1100).");
        assertThat(answer).containsText("Its signature is good: key log.example/access+");
        assertThat(answer).containsText("It was checked with the key you named.");
    }

    @Test
    void fields_are_called_what_the_program_calls_them() {
        var labels = (Map<?, ?>) page.evaluate("LABELS");

        assertThat(labels).hasSize(29);
        labels.forEach((name, label) -> assertThat(label).isEqualTo(FieldWords.label(name.toString())));
    }

    @Test
    void a_statement_of_how_many_entries_there_are_is_held_against_them() {
        var ledger = new WrittenLedger(log, 12, random);
        String statement = ledger.statement(12, "2026-03-02T12:00:00Z");
        List<String> lines = ledger.lines();
        page.locator("#key").fill(log.key().verifierKey());

        chooseBoth(WrittenLedger.file(lines), statement);
        assertThat(answer("completeness.json").locator(".verdict")).hasText("Good");
        assertThat(answer("completeness.json")).containsText("had 12 entries at 2026-03-02T12:00:00Z, not one more or less");
        assertThat(answer("all.jsonl")).containsText("Nothing is missing at the end either: at 2026-03-02T12:00:00Z these were all.");
        chooseBoth(WrittenLedger.file(lines.subList(0, 10)), statement);
        assertThat(answer("all.jsonl").locator(".verdict")).hasText("Bad");
        assertThat(answer("all.jsonl")).containsText("the newest 2 that the statement counts are missing");
        chooseBoth(WrittenLedger.file(lines), statement.replace("\"number\": 12", "\"number\": 11"));
        assertThat(answer("completeness.json").locator(".verdict")).hasText("Bad");
        assertThat(answer("completeness.json")).containsText("not what the tree of heads has in this slot");
        chooseBoth(WrittenLedger.file(lines), ledger.statement(12, WrittenLedger.SLOT + 1, 2, "2026-03-02T12:00:00Z"));
        assertThat(answer("all.jsonl")).containsText("each can tell another story");
    }

    private void chooseBoth(String lines, String statement) {
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("all.jsonl", "application/json", utf8(lines)), new FilePayload("completeness.json", "application/json", utf8(statement))});
    }

    private Locator answer(String name) {
        return page.locator(".answer", new Page.LocatorOptions().setHas(page.locator("h2:text-is('" + name + "')")));
    }

    @Test
    void without_a_key_it_says_plainly_what_that_is_worth_and_a_key_put_in_later_decides() {
        Locator answer = choose("good.innsyn-proof.json", proof().json());

        assertThat(answer.locator(".verdict")).hasText("Good by its own key");
        assertThat(answer).containsText("so this shows only that the file agrees with that key");
        page.locator("#key").fill(log.key().verifierKey());
        assertThat(answer).containsText("It was checked with the key you named.");
        page.locator("#key").fill(new LogKey(log.key().name()).verifierKey());
        assertThat(answer.locator(".verdict")).hasText("Bad");
        page.locator("#key").fill("nonsense");
        assertThat(answer).containsText("The key cannot be used");
    }

    @Test
    void a_forged_proof_is_bad_and_shows_nothing_of_what_it_says() {
        String forged = proof().json().replace(base64(utf8("support.case")), base64(utf8("support.none")));

        Locator answer = choose("forged.innsyn-proof.json", forged);

        assertThat(answer.locator(".verdict")).hasText("Bad");
        assertThat(answer).containsText("This file does not match the signed log.");
        assertThat(answer).containsText("What does not hold: inclusion proof.");
        assertThat(answer).not().containsText("support.none");
    }

    @Test
    void what_is_no_proof_is_neither_good_nor_bad() {
        assertThat(choose("hello.txt", "hello").locator(".verdict")).hasText("Cannot be checked");
        assertThat(choose("cut.innsyn-proof.json", proof().json().substring(0, 300))).containsText("download it again");
    }

    @Test
    void nothing_can_be_changed_here_either() {
        WrittenProof genuine = proof("actor", "clientAddress");
        var kinds = new LinkedHashMap<String, List<String>>();
        new Mutations(genuine, random).each((kind, forged) -> kinds.computeIfAbsent(kind, each -> new ArrayList<>()).add(forged));
        var rejected = new TreeMap<String, Integer>();
        for (var kind : kinds.entrySet()) {
            List<String> some = kind.getValue().stream().limit(40).toList();
            Object passed = page.evaluate(
                    """
                    async files => {
                      const passed = [];
                      for (const file of files) {
                        try { await proven(file); passed.push(file); } catch (error) {
                          if (!(error instanceof Bad || error instanceof Unusable)) passed.push(String(error));
                        }
                      }
                      return passed;
                    }""",
                    some);
            assertThat((List<?>) passed).as(kind.getKey()).isEmpty();
            rejected.put(kind.getKey(), some.size());
        }
        rejected.forEach((kind, count) -> System.out.printf("in the browser: %-45s %4d%n", kind, count));
        assertThat(choose("genuine.innsyn-proof.json", genuine.json()).locator(".verdict")).hasText("Good by its own key");
    }

    @Test
    void a_persons_proofs_are_followed_from_the_first_to_the_last() {
        List<String> lines = new WrittenLedger(log, 7, random).lines();

        assertThat(choose("whole.jsonl", WrittenLedger.file(lines))).containsText("All 7 proofs are good");
        var gap = new ArrayList<>(lines);
        gap.remove(3);
        assertThat(choose("gap.jsonl", WrittenLedger.file(gap))).containsText("What does not hold: line 4, previous.");
    }

    @Test
    void a_copy_is_checked_with_its_signature_its_files_and_its_proofs_as_the_program_does(@TempDir Path folder) throws IOException {
        var copyKey = new LogKey("company.example/copies");
        var ledger = new WrittenLedger(log, 12, random);
        String statement = ledger.statement(12, "2026-03-02T12:00:00Z");
        var copy = new WrittenCopy().with("index.html", "<p>Your data</p>").with("access-log-proofs.jsonl", WrittenLedger.file(ledger.lines().subList(0, 9)))
                .with("completeness.json", statement).signedBy(copyKey, 9);

        Locator own = choose(copy, folder.resolve("own.zip"));
        assertThat(own.locator(".verdict")).hasText("Good by its own key");
        page.locator("#key").fill(log.key().verifierKey() + " " + copyKey.verifierKey());
        Locator named = choose(copy, folder.resolve("named.zip"));
        assertThat(named.locator(".verdict")).hasText("Good");
        assertThat(named).containsText("All 3 files are the ones manifest.json lists, and there are no others.");
        assertThat(named).containsText("The manifest is signed with a key you named: company.example/copies+");
        assertThat(named).containsText("All 9 proofs are good");
        assertThat(named).containsText("had 12 entries: the newest 3 are not in here");
        assertThat(choose(new WrittenCopy().with("index.html", "").withManifest(0), folder.resolve("unsigned.zip"))).containsText("nobody signed this one");

        copy.with("index.html", "<p>Your dada</p>");
        assertThat(choose(copy, folder.resolve("changed.zip"))).containsText("What does not hold: index.html.");
        assertThat(choose(copy.signedBy(new LogKey("company.example/copies"), 9), folder.resolve("stranger.zip"))).containsText("What does not hold: manifest.json.note, signature.");
        assertThat(choose(copy.signedBy(copyKey, 9).with("more.txt", ""), folder.resolve("more.zip"))).containsText("What does not hold: more.txt.");
        assertThat(choose(copy.without("more.txt").without("index.html"), folder.resolve("less.zip"))).containsText("What does not hold: index.html.");
        copy.with("access-log-proofs.jsonl", WrittenLedger.file(ledger.lines().subList(0, 8)));
        assertThat(choose(copy.signedBy(copyKey, 9), folder.resolve("short.zip"))).containsText("There are 8 proofs for the 9 entries");
    }

    @Test
    void a_receipt_is_checked_with_the_key_for_copies(@TempDir Path folder) throws IOException {
        var key = new LogKey("company.example/copies");
        Path file = Files.writeString(folder.resolve("receipt-R-7Q4K-2M.txt"), WrittenReceipt.by(key));
        page.locator("#files").setInputFiles(file);
        assertThat(page.locator(".verdict")).hasText("Good by its own key");
        assertThat(page.locator(".answer")).containsText("shop/cases (support): erase, done; 2 erased; looked up again at 2026-03-08T12:00:00Z"
                + "; erased again, after a backup had brought it back, at 2026-03-08T18:00:00Z");
        page.locator("#key").fill(key.verifierKey());
        assertThat(page.locator(".verdict")).hasText("Good");
        page.locator("#files").setInputFiles(Files.writeString(folder.resolve("changed.txt"), WrittenReceipt.by(key).replace("\"erased\":2", "\"erased\":3")));
        assertThat(page.locator(".verdict")).hasText("Bad");
    }

    private Locator choose(WrittenCopy copy, Path file) throws IOException {
        page.locator("#files").setInputFiles(copy.writeTo(file));
        return page.locator(".answer", new Page.LocatorOptions().setHasText(file.getFileName().toString()));
    }

    @Test
    void it_is_used_with_the_keyboard_alone() {
        // Listened to from here on: the browser must know that it is before the key is pressed.
        var opened = new AtomicReference<FileChooser>();
        page.onFileChooser(opened::set);
        page.keyboard().press("Tab");
        assertThat(page.locator("#files")).isFocused();
        page.keyboard().press("Space");
        page.waitForCondition(() -> opened.get() != null);
        opened.get().setFiles(new FilePayload("good.innsyn-proof.json", "application/json", utf8(proof().json())));
        assertThat(page.locator(".verdict")).hasText("Good by its own key");
        page.keyboard().press("Tab");
        assertThat(page.locator("#key")).isFocused();
        page.keyboard().insertText(log.key().verifierKey());
        assertThat(page.locator(".answer")).containsText("It was checked with the key you named.");
    }

    @Test
    void a_file_can_be_dropped() {
        page.evaluate(
                """
                content => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([content], 'dropped.innsyn-proof.json'));
                  document.getElementById('drop').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
                }""",
                proof().json());

        assertThat(page.locator(".answer")).containsText("dropped.innsyn-proof.json");
        assertThat(page.locator(".verdict")).hasText("Good by its own key");
    }

    @Test
    void it_is_accessible_in_light_and_dark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.locator("#files").setInputFiles(new FilePayload[] {
                new FilePayload("good.innsyn-proof.json", "application/json", utf8(proof().json())),
                new FilePayload("bad.innsyn-proof.json", "application/json", utf8(proof().json().replace("index 1", "index 2"))),
                new FilePayload("other.txt", "text/plain", utf8("hello"))
            });
            assertThat(page.locator(".answer")).hasCount(3);
            assertThat(page.locator(".verdict")).hasText(new String[] {"Good by its own key", "Bad", "Cannot be checked"});
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/verify-" + scheme + ".png")));
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(scheme.toString()).isEmpty();
        }
    }
}
