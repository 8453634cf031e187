package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The whole story in a real browser: from an access that a program makes to an erasure that leaves nothing behind. */
@ExtendWith(SharedHouse.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {

    private static final Installation HOUSE = SharedHouse.house();
    private static final Path DOWNLOAD = Path.of("target", "screenshots", "copy.zip");
    private static final Path RECEIPT = Path.of("target", "screenshots", "receipt.txt");
    private static final CompanyBackup BACKUP = new CompanyBackup(HOUSE);
    private static final Path PROOF = Path.of("target", "screenshots", "entry.innsyn-proof.json");

    /** One person's few lines, where everybody's fill many pages. */
    private static final Pattern ALL_ON_ONE_PAGE = Pattern.compile("Showing (\\d+) of \\1 entries");

    private static List<Account> customers;

    private final List<Visitor> visitors = new ArrayList<>();

    @BeforeAll
    static void somebody_looked() throws Exception {
        customers = SharedHouse.customers();
        workUntilSomebodyLookedAt(customers.getFirst());
    }

    /** Whom the support desk meets is chance, as on any day. */
    private static void workUntilSomebodyLookedAt(Account customer) throws Exception {
        for (int shift = 0; shift < 10 && found(customer.account()) == 0; shift++) {
            HOUSE.innsyn("demo", "traffic", "--seconds", "20").endingWith(ExitCode.DONE);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> found(customer.account()) > 0);
    }

    @AfterEach
    void no_browser_had_to_complain() {
        visitors.forEach(Visitor::close);
        assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.complaints()).isEmpty());
    }

    @Test
    @Order(1)
    void a_customer_sees_within_seconds_who_looked_and_checks_it_without_us() throws Exception {
        var customer = signedIn(customers.getFirst());
        customer.reads("In the last 30 days people looked at your data").sees("innsyn-bars svg").picture("1-start");
        completeLog(customer).picture("2-who-looked");
        customer.page().locator("button.line").first().click();
        customer.reads("On what ground").reads("Check this yourself").picture("3-one-access");
        var proof = customer.page().waitForDownload(() -> customer.page().getByText("Download the proof").click());
        proof.saveAs(PROOF);
        HOUSE.innsyn("verify", PROOF.toString()).endingWith(ExitCode.DONE);
        var checker = customer.page().waitForDownload(() -> customer.page().getByText("Download the checking page").click());
        assertThat(checker.suggestedFilename()).isEqualTo("verify.html");
    }

    @Test
    @Order(2)
    void the_data_protection_officer_finds_what_was_outside_the_rules_and_is_recorded_doing_so() {
        var officer = signedIn("dpo");
        officer.reads("Who reads the most?").sees("innsyn-bars svg").picture("0-overview");
        officer.open("/access-log").reads("What you read here is itself recorded").press("Search");
        officer.reads("entries recorded up to").picture("1-log");
        officer.fill("Whose data", customers.getFirst().account()).press("Search");
        officer.reads(ALL_ON_ONE_PAGE).picture("2-one-person");
        assertThat(officer.page().url()).as("nobody is named in an address").endsWith("/access-log");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        signedIn(customers.getFirst()).open("/who-looked").reads("Today").page().content())
                .contains("The data protection officer searched in the log of who looked at your data"));
    }

    @Test
    @Order(3)
    void a_copy_is_asked_for_prepared_and_approved_by_two_people_and_equals_what_the_company_holds() throws Exception {
        var account = customers.getFirst();
        var customer = signedIn(account);
        var request = ask(customer, "copy", "Ask for my copy");
        prepare(request, "copy");
        var controller = signedIn("controller");
        controller.open("/desk/" + request).reads("Approve, and make a copy").picture("copy-1-decision");
        controller.page().locator(".approve").click();
        controller.reads("Being carried out");

        customer.open("/requests/" + request).reads("Download your copy").picture("copy-4-ready");
        var download = customer.page().waitForDownload(() -> customer.page().getByText("Download your copy").click());
        download.saveAs(DOWNLOAD);
        var copy = new CopyFile(DOWNLOAD);

        assertThat(copy.names()).contains("index.html", "access-log.jsonl", "access-log.csv", "access-log-proofs.jsonl", "completeness.json", "manifest.json");
        String key = keyForCopies();
        assertThat(HOUSE.innsyn("verify", "--key", key, DOWNLOAD.toString()).endingWith(ExitCode.DONE).text()).contains("signed with a key you named: " + key);
        assertThat(copy.sums()).isEqualTo(copy.statedSums());
        assertThat(copy.text("access-log.jsonl").lines().count())
                .isEqualTo(copy.manifest().get("accessLogEntries").asLong())
                .isPositive();
        fetchedOnceByALink(customer);
        for (var table : company().of(account.account()).entrySet()) {
            assertThat(copy.rows(table.getKey())).as(table.getKey()).hasSameSizeAs(table.getValue());
            assertThat(onlyFieldsOf(copy.rows(table.getKey()), table.getValue()))
                    .containsExactlyInAnyOrderElementsOf(copy.rows(table.getKey()));
        }
    }

    private static String keyForCopies() throws Exception {
        return HOUSE.innsyn("keys", "copies").endingWith(ExitCode.DONE).text().lines().toList().getLast().strip();
    }

    /** On a machine on which nobody is signed in. */
    private void fetchedOnceByALink(Visitor customer) {
        customer.page().getByText("Fetch it on another device").click();
        customer.fill("Password for the file (you may leave it empty)", "fire blå bjørner").press("Make a link").reads("The file opens with the password only").picture("copy-5-link");
        String link = customer.page().getByLabel("The link, shown only now").inputValue();
        assertThat(link).startsWith(SharedHouse.pages() + "/copy#");
        customer.page().locator(".timeline").evaluate("timeline => timeline.classList.add('as-before')");
        for (boolean first : new boolean[] {true, false}) {
            var stranger = SharedHouse.chromium().visitor(SharedHouse.pages(), Callers.NOBODY);
            visitors.add(stranger);
            stranger.open(link.substring(SharedHouse.pages().length())).reads("Fetch the copy").picture("copy-6-link-opened");
            if (first) {
                var fetched = stranger.page().waitForDownload(() -> stranger.page().getByText("Fetch the copy").click());
                assertThat(fetched.suggestedFilename()).matches("copy-R-.*-locked[.]zip");
                stranger.reads("The copy is fetched").picture("copy-7-fetched");
            } else {
                stranger.page().getByText("Fetch the copy").click();
                stranger.reads("This link does not work any more").picture("copy-8-used-up");
            }
        }
        staysWhenThePageIsDrawnAnew(customer, link);
    }

    /** It is shown only once. The page is told of what was fetched as soon as somebody at the desk has read it. */
    private void staysWhenThePageIsDrawnAnew(Visitor customer, String link) {
        signedIn("case-handler").open("/desk/" + customer.page().url().replaceAll(".*/", "")).settled();
        customer.page().waitForFunction("() => !document.querySelector('.as-before')");
        assertThat(customer.page().getByLabel("The link, shown only now").inputValue()).isEqualTo(link);
    }

    @Test
    @Order(4)
    void an_erasure_takes_what_may_go_keeps_invoices_and_puts_the_log_under_restriction() throws Exception {
        BACKUP.take();
        var account = customers.getFirst();
        var before = company().of(account.account());
        var customer = signedIn(account);
        var request = ask(customer, "erasure", "Ask to delete my data");
        prepare(request, "erasure");
        approveErasure(request, "erasure");

        customer.open("/requests/" + request).reads("we have looked again at every place").picture("erasure-4-done");
        var after = company().of(account.account());
        assertThat(after.get("invoices")).isEqualTo(before.get("invoices"));
        assertThat(after.get("aliases")).isEmpty();
        assertThat(after.get("support_messages")).isEmpty();
        assertThat(after.get("customers")).noneSatisfy(row -> assertThat(row)
                .containsEntry("name", before.get("customers").getFirst().get("name")));
        completeLog(customer).picture("erasure-5-own-log-still-there");
        assertThat(customer.page().locator("button.line").count()).isPositive();
        assertThat(customer.page().locator("button.line:has-text('privacy desk') .badge-broken").count())
                .as("handling a request is within the rules").isZero();
    }

    @Test
    @Order(5)
    void after_shredding_neither_portal_nor_api_nor_index_nor_vault_gives_anything_back() throws Exception {
        var account = customers.get(1);
        var customer = signedIn(account);
        var request = ask(customer, "erasure", "Ask to delete my data");
        await().atMost(Duration.ofSeconds(30)).until(() -> found(account.account()) > 0);
        String ledger = ledgerOf(account.account());
        assertThat(new LedgerTraces(HOUSE).of(ledger)).allSatisfy((place, held) -> assertThat(held).as(place).isPositive());

        concludeAllFindings();
        var handler = signedIn("case-handler");
        handler.open("/desk/" + request).reads("The log of who looked");
        choose(handler, "The log of who looked", "Destroy for good");
        handler.picture("shred-1-preparation").press("Hand over for decision").reads("Waits for a decision");
        approveErasure(request, "shred");

        customer.open("/requests/" + request).reads("is destroyed. Nobody can read it any more").picture("shred-4-done");
        var receipt = customer.page().waitForDownload(() -> customer.page().getByText("Download the receipt").click());
        assertThat(receipt.suggestedFilename()).matches("receipt-R-.*[.]txt");
        receipt.saveAs(RECEIPT);
        assertThat(HOUSE.innsyn("verify", "--key", keyForCopies(), RECEIPT.toString()).endingWith(ExitCode.DONE).text()).contains("access-log", "unreadable since ");
        assertThat(new LedgerTraces(HOUSE).of(ledger)).allSatisfy((place, held) -> assertThat(held).as(place).isZero());
        assertThat(found(account.account())).isZero();
        customer.open("/who-looked").reads("The log holds nothing about you").picture("shred-5-nothing-left");
    }

    @Test
    @Order(6)
    void whom_a_restored_backup_of_the_companys_database_brings_back_is_gone_again_and_their_receipt_says_so() throws Exception {
        var left = List.of(company().of(customers.get(0).account()), company().of(customers.get(1).account()));
        BACKUP.restore();
        for (var account : customers.subList(0, 2)) {
            assertThat(company().of(account.account()).get("aliases")).as("the backup brought them back").isNotEmpty();
        }
        assertThat(HOUSE.innsyn("restore-check", "demo").endingWith(ExitCode.DONE).text()).contains("2 are back, 0 could not be told", "Nothing was changed");

        assertThat(HOUSE.innsyn("restore-check", "demo", "--yes").endingWith(ExitCode.DONE).text())
                .contains("are erased again; the request's history has the receipt", "2 had come back and are done again, 0 are back, 0 could not be told");
        assertThat(List.of(company().of(customers.get(0).account()), company().of(customers.get(1).account()))).isEqualTo(left);
        assertThat(HOUSE.innsyn("restore-check", "demo").endingWith(ExitCode.DONE).text()).contains("0 are back, 0 could not be told");

        Files.writeString(RECEIPT, receiptOfTheErasure(customers.getFirst()));
        assertThat(HOUSE.innsyn("verify", "--key", keyForCopies(), RECEIPT.toString()).endingWith(ExitCode.DONE).text())
                .containsPattern("demo/aliases .* erased again, after a backup had brought it back, at ").doesNotContainPattern("demo/invoices .* erased again");
    }

    private static String receiptOfTheErasure(Account account) throws IOException, InterruptedException {
        var callers = new Callers(SharedHouse.directory(), HOUSE.ports(), account);
        String requests = HousePorts.url(HOUSE.ports().dsr()) + "/api/v1/requests/";
        for (JsonNode request : StateFile.JSON.readTree(callers.call(requests + "mine", "GET", "subject", "application/json", "").body())) {
            if (request.get("right").asString().equals("erasure")) {
                return callers.call(requests + request.get("id").asString() + "/receipt", "GET", "subject", "application/json", "").body();
            }
        }
        throw new AssertionError("nothing was erased");
    }

    /** The support desk works outside policy now and then, and a log that an open finding is about is not destroyed. */
    private static void concludeAllFindings() throws IOException, InterruptedException {
        var log = new AccessLog(HOUSE);
        String token = HOUSE.token("dpo");
        var open = log.answered("/api/v1/findings/search", token, "{\"states\": [\"open\"], \"size\": 200}");
        for (var finding : open.get("findings")) {
            log.answered("/api/v1/findings/" + finding.get("id").asString() + "/conclude", token,
                    "{\"version\": " + finding.get("version") + ", \"conclusion\": \"legitimate\", \"reason\": \"agreed-with-unit\", \"note\": \"Agreed with the unit.\"}");
        }
    }

    /** What was recorded just now follows within seconds; until then the page says that it is behind. */
    private static Visitor completeLog(Visitor customer) {
        await().atMost(Duration.ofSeconds(30)).until(() -> customer.open("/who-looked").settled().page().locator(".completeness").innerText().contains("recorded about you up to"));
        return customer;
    }

    /** @return the request's id, from the address of its page */
    private String ask(Visitor customer, String wish, String send) {
        customer.open("/requests/new").reads("What do you want?").picture(wish + "-1-question");
        customer.open("/requests/new/" + wish).reads("What is kept, and why").picture(wish + "-2-what-will-happen");
        customer.press("Yes, go on").fill("Your message", "Please.").press(send);
        customer.reads("What has happened").reads("Being prepared").picture(wish + "-3-sent");
        var address = Pattern.compile("/requests/([0-9a-f-]{36})").matcher(customer.page().url());
        assertThat(address.find()).as(customer.page().url()).isTrue();
        return address.group(1);
    }

    private void prepare(String request, String what) {
        var handler = signedIn("case-handler");
        handler.open("/desk").reads("The most urgent first").picture(what + "-1-list");
        handler.open("/desk/" + request).reads("Hand over for decision").picture(what + "-2-preparation");
        handler.press("Hand over for decision").reads("Waits for a decision");
    }

    private void approveErasure(String request, String what) {
        var controller = signedIn("controller");
        controller.open("/desk/" + request).reads("to confirm");
        String label = controller.page().locator(".typed label").innerText();
        controller.page().locator(".typed input").fill(label.replaceFirst("^Type (\\S+) to confirm$", "$1"));
        controller.picture(what + "-1-decision");
        controller.page().locator(".approve").click();
        controller.reads("Being carried out").picture(what + "-2-approved");
    }

    private static void choose(Visitor handler, String item, String outcome) {
        var line = handler.page().locator(".case-items > li").filter(
                new Locator.FilterOptions().setHasText(item));
        line.locator("vaadin-select").first().click();
        handler.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(outcome)).click();
    }

    private Visitor signedIn(String role) {
        return signedIn(SharedHouse.account(role));
    }

    private Visitor signedIn(Account account) {
        var visitor = SharedHouse.signedIn(account);
        visitors.add(visitor);
        return visitor;
    }

    private static CompanyRows company() throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(HOUSE.home().resolve("demo/demo.properties"))) {
            settings.load(reader);
        }
        return new CompanyRows(settings);
    }

    /** The company's rows with the columns that stand in the copy: references within the company's database do not. */
    private static List<Map<String, String>> onlyFieldsOf(List<Map<String, String>> copied, List<Map<String, String>> held) {
        var fields = copied.isEmpty() ? List.<String>of() : List.copyOf(copied.getFirst().keySet());
        return held.stream()
                .map(row -> {
                    Map<String, String> narrowed = new LinkedHashMap<>();
                    fields.forEach(field -> narrowed.put(field, row.get(field)));
                    return narrowed;
                })
                .toList();
    }

    private static String ledgerOf(String account) throws IOException, InterruptedException {
        return search(account).get("entries").get(0).get("ledger").asString();
    }

    private static long found(String account) throws IOException, InterruptedException {
        return search(account).get("total").asLong();
    }

    private static JsonNode search(String account) throws IOException, InterruptedException {
        return new AccessLog(HOUSE).answered("/api/v1/access-log/search", HOUSE.token("dpo"),
                "{\"subject\": {\"type\": \"account\", \"value\": \"" + account + "\"}, \"size\": 1}");
    }
}
