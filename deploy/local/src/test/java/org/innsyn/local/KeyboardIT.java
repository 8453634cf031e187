package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everybody comes for, from the sign-in to the file in their hands: in both languages, and without a mouse. */
@ExtendWith(SharedHouse.class)
class KeyboardIT {

    private static final Path COPY = Path.of("target", "screenshots", "portable.zip");
    private static final Path REPORT = Path.of("target", "screenshots", "report-by-keyboard.zip");

    @BeforeAll
    static void somebody_was_looked_at() throws Exception {
        SharedHouse.somebodyLooksAt(customer());
    }

    private static Account customer() {
        return SharedHouse.customers().get(3);
    }

    private static Stream<Texts> languages() {
        return Stream.of(Texts.ENGLISH, Texts.NORWEGIAN);
    }

    private static ByKeyboard signedIn(String role, Texts language) {
        return ByKeyboard.signedIn(SharedHouse.account(role), language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_request_goes_from_the_customer_over_three_desks_and_comes_back_as_a_file(Texts language) throws Exception {
        try (var customer = ByKeyboard.signedIn(customer(), language); var handler = signedIn("case-handler", language);
                var officer = signedIn("dpo", language); var controller = signedIn("controller", language)) {
            customer.reads("start.title").picture("1-start").use("nav.who-looked").reads("who-looked.title").toOne("button.line");
            String line = customer.name();
            customer.press("Enter").reads("check.title").gets(".beside-detail").picture("2-entry").press("Escape").gets("button.line");
            assertThat(customer.name()).as("where they were before").isEqualTo(line);

            customer.use("nav.my-requests").reads("my-requests.title").use("my-requests.ask").reads("new-request.title").use("new-request.portability");
            customer.reads("new-request.portability.happens").picture("3-what-will-happen").use("new-request.continue").reads("new-request.say");
            customer.to("new-request.portability.reason.1").press("Space").write("new-request.message", "Takk.").picture("4-saying").use("new-request.portability.send");
            customer.reads("my-request.history").reads("state.assessed").picture("5-sent");
            String request = customer.page().url().replaceAll(".*/", "");
            String reference = customer.page().locator(".reference").first().innerText();
            String link = "a[href='desk/" + request + "']";

            controller.reads("today.title").toOne(link);
            handler.reads("today.title").toOne(link).press("Enter").reads("case.items");
            handler.write("case.note", "Alt er med.").picture("6-preparation").use("case.prepare").reads("state.prepared").picture("7-handed-over");

            officer.use("nav.desk").reads("desk.lead").toRow(reference).press("Enter").reads("case.deeds").use("deed.opinion");
            officer.choose("deed.opinion.kind", "opinion.comment").write("deed.opinion.opinion", "Nothing speaks against it.").picture("8-opinion");
            officer.use("deed.opinion.do").reads("history.OpinionGiven", language.say("history.role.dpo"));

            controller.reads("today.errand.decide").gets(link).press("Enter").reads("decision").picture("9-decision").toOne(".approve").press("Enter");
            controller.reads("state.done").picture("10-decided");

            customer.reads("my-request.download").picture("11-ready").fetch("my-request.download").saveAs(COPY);
            assertThat(new CopyFile(COPY).names()).contains("manifest.json");
            customer.use("shell.sign-out").reads("front.title");
            for (var reader : List.of(customer, handler, officer, controller)) {
                assertThat(reader.complaints()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_officer_goes_from_a_figure_to_its_rows_and_concludes_a_finding(Texts language) throws Exception {
        String somebody = "p-" + language.language();
        SharedHouse.somebodyLooksAt(customer(), somebody);
        try (var officer = signedIn("dpo", language)) {
            officer.reads("overview.title").picture("overview").use("figure.table").toOne(".figure-table button.link").press("Enter");
            officer.reads("access-log.recorded").toRow("").press("Enter").gets(".beside-detail").picture("rows").press("Escape").gets("vaadin-grid");
            officer.use("nav.findings").reads("findings.title").toRow(somebody).press("Enter").gets(".beside-detail");
            officer.use("findings.assign").reads("findings.mine").choose("findings.conclusion", "conclusion.legitimate").choose("findings.reason", "finding-reason.agreed-with-unit");
            officer.write("findings.note", "Agreed with the unit.").picture("finding").use("findings.conclude").reads("findings.reopen").picture("concluded");
            assertThat(officer.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_regulator_has_a_report_made_and_takes_it_along(Texts language) throws Exception {
        try (var regulator = signedIn("regulator", language)) {
            regulator.reads("reports.title").reads("reports.names").use("reports.make").reads("reports.yours").picture("report");
            regulator.reads("reports.download").fetch("reports.download").saveAs(REPORT);
            var report = new CopyFile(REPORT);
            assertThat(report.text("accesses.jsonl").lines().count()).isEqualTo(report.manifest().at("/counts/listed").asLong()).isPositive();
            SharedHouse.house().innsyn("verify", REPORT.toString()).endingWith(ExitCode.DONE);
            assertThat(regulator.complaints()).isEmpty();
        }
    }
}
