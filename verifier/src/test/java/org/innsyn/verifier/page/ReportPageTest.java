package org.innsyn.verifier.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.innsyn.verifier.written.WrittenReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that comes with a report, in a real browser, opened from the disk. It says what the program says. */
class ReportPageTest {

    private static final Path PAGE = Path.of("src/main/resources/org/innsyn/verifier/verify-report.html").toAbsolutePath();

    private static Playwright playwright;
    private static Browser browser;
    private static Page page;
    private static final List<String> REQUESTS = new ArrayList<>();

    @TempDir
    private Path folder;

    private final WrittenReport report = new WrittenReport(new Random(7));

    @BeforeAll
    static void open() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        page = browser.newPage();
        page.onRequest(request -> REQUESTS.add(request.url()));
        page.navigate(PAGE.toUri().toString());
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        assertThat(REQUESTS).as("nothing is asked of a network").allSatisfy(each -> assertThat(each).startsWith("file:"));
    }

    @Test
    void a_good_report_is_good_by_its_own_keys_and_by_keys_from_elsewhere() throws IOException {
        assertThat(check("own.zip", "").locator(".verdict")).hasText("Good by its own keys");
        var named = check("named.zip", report.log().key().verifierKey() + "\n" + report.key().verifierKey());
        assertThat(named.locator(".verdict")).hasText("Good");
        assertThat(named).containsText("9 leaves are listed");
        assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations()).isEmpty();
    }

    @Test
    void what_the_program_rejects_the_page_rejects_too() throws IOException {
        replace("accesses.jsonl", "support.case", "support.mail");
        assertThat(check("changed.zip", "").locator(".verdict")).hasText("Bad");
        report.sign();
        assertThat(check("signed-again.zip", "")).containsText("The row says something else than what was recorded");
        replace("accesses.jsonl", "support.mail", "support.case");
        byte[] figures = report.files().get("figures.json");
        replace("figures.json", "\"entries\": 4", "\"entries\": 3");
        report.sign();
        assertThat(check("figures.zip", "")).containsText("not what the rows add up to");
        report.files().put("figures.json", figures);
        report.sign();
        report.files().remove("findings.jsonl");
        assertThat(check("missing.zip", "")).containsText("findings.jsonl");
        report.put("findings.jsonl", "");
        assertThat(check("put-back.zip", "").locator(".verdict")).hasText("Good by its own keys");
        report.put("log/checkpoint", new WrittenReport(new Random(8)).log().checkpoint());
        assertThat(check("other-log.zip", report.log().key().verifierKey()).locator(".verdict")).hasText("Bad");
    }

    private void replace(String path, String from, String to) {
        String content = new String(report.files().get(path), StandardCharsets.UTF_8);
        assertThat(content).contains(from);
        report.put(path, content.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
    }

    private Locator check(String name, String keys) throws IOException {
        page.locator("#key").fill(keys);
        page.locator("#files").setInputFiles(report.writeTo(folder.resolve(name)));
        Locator answer = page.locator(".answer", new Page.LocatorOptions().setHasText(name));
        answer.waitFor();
        return answer;
    }
}
