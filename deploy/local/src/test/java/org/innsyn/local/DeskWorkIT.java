package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the desk does around a request: holds, letters, corrections, and what is kept out of a copy. Each about a customer of its own, who never signs in. */
@ExtendWith(SharedHouse.class)
class DeskWorkIT {

    private static final String HOSTILE = "<img src=x onerror=\"window.owned=1\"> A claim was announced.";
    private static final String RECIPIENT = "Collector <b>AS</b>";

    private static Callers callers;
    private static HousePorts ports;

    @BeforeAll
    static void everybody_who_can_call() throws Exception {
        ports = SharedHouse.house().ports();
        callers = new Callers(SharedHouse.directory(), ports, SharedHouse.customers().get(2));
    }

    @Test
    void a_hold_comes_before_an_approved_erasure_and_what_its_release_deletes_is_said_before() throws Exception {
        passedOn("k10031");
        String request = entered("erasure", "k10031");
        try (var handler = signedIn("case-handler"); var controller = signedIn("controller")) {
            handler.open("/desk/" + request).settled();
            unfold(handler, "Record how it was made sure who asks");
            choose(handler, "How", "Reached at an address known before");
            done(handler, "Record it").reads("Reached at an address known before");
            unfold(handler, "Place a legal hold on a part");
            choose(handler, "Which part", "Subscriptions");
            choose(handler, "Ground", "it is needed for legal claims");
            handler.fill("Who answers for it", "legal").fill("To be looked at again on", day(LocalDate.now().plusMonths(3))).fill("Why", HOSTILE);
            assertThat(handler.page().locator("vaadin-date-picker[opened]").count()).as("nothing lies over the form while a day is typed").isZero();
            handler.picture("hold-1-placing");
            done(handler, "Place this hold").reads("On hold: it is needed for legal claims").picture("hold-2-at-the-item");
            handler.press("Hand over for decision").reads("Waits for a decision");

            controller.open("/desk/" + request).settled().sees(".typed");
            String reference = controller.page().locator(".case-title .reference").innerText();
            controller.page().locator(".typed input").fill(reference);
            controller.page().locator(".approve").click();
            controller.reads("Being carried out");
            reached(request, "partly-done");
            controller.open("/desk/" + request).reads("Partly done").reads("on hold");
            controller.page().getByText("To the hold").click();
            controller.reads("Subscriptions of one person").reads(HOSTILE).reads("That you read it is itself recorded");
            unfold(controller, "Release it");
            controller.reads("One request waits for it: " + reference).fill("Why it is not needed any more", "The claim was settled in court.").picture("hold-3-before-the-release");
            done(controller, "Release it, and delete what waits in one request").reads("Released").picture("hold-4-released");
            reached(request, "done");
            controller.open("/desk/" + request).reads("released the hold; what waited for it is carried out");
            controller.open("/holds").settled().picture("holds");
            controller.open("/today").settled().sees(".request-lines li:has-text('" + reference + "'):has-text('Finished at')");

            handler.open("/desk/" + request).settled().sees(".letters li:has-text('" + RECIPIENT + "')").reads("They have not said yet that they know.");
            unfold(handler, "Record that a recipient knows");
            choose(handler, "Which recipient", RECIPIENT);
            handler.fill("What they said", "We deleted it as well.").picture("hold-5-recipient");
            done(handler, "Record that they know").reads(Pattern.compile("They said at .* that they know")).picture("hold-6-acknowledged");
            for (var visitor : List.of(handler, controller)) {
                assertThat(visitor.page().evaluate("() => window.owned")).isNull();
                assertThat(visitor.complaints()).isEmpty();
            }
        }
    }

    @Test
    void a_code_is_sent_and_a_wrong_one_refused_and_the_notice_of_an_extension_is_on_its_way() throws Exception {
        String request = entered("restriction", "k10032");
        try (var handler = signedIn("case-handler"); var controller = signedIn("controller")) {
            handler.open("/desk/" + request).settled();
            unfold(handler, "Send a one-time code");
            done(handler, "Send a code").reads("A one-time code");
            unfold(handler, "Enter the code the person told you");
            handler.fill("Eight digits", "1234 5678").picture("letters-1-code");
            done(handler, "Check this code").reads("That is not the code").picture("letters-2-wrong");
            assertThat(handler.page().getByLabel("Eight digits").inputValue()).as("what was typed stays").isEqualTo("1234 5678");

            controller.open("/desk/" + request).settled();
            unfold(controller, "Send the notice of an extension");
            choose(controller, "Ground", "It is complex");
            controller.fill("The reasons, as they stand in the letter", "Several systems have to be searched by hand.").picture("letters-3-extension");
            done(controller, "Send this notice").reads("It has its effect only if a mail server has it by").picture("letters-4-on-its-way");
            assertThat(controller.page().getByText("Send the notice of an extension").count()).as("not twice at once").isZero();
            assertThat(handler.complaints()).isEmpty();
            assertThat(controller.complaints()).isEmpty();
        }
    }

    @Test
    void single_records_are_kept_out_of_a_copy_and_given_after_all() throws Exception {
        String request = entered("access", "k10033");
        try (var handler = signedIn("case-handler"); var officer = signedIn("dpo")) {
            handler.open("/desk/" + request).settled().page().getByText("Look through it, and keep single records out").click();
            handler.reads("That you look is itself recorded").reads("Nothing is kept out.");
            assertThat(handler.page().locator(".record").count()).as("nothing is read before somebody chooses").isZero();
            choose(handler, "Which part", "Invoices");
            handler.press("Look at its records").sees(".record vaadin-checkbox");
            handler.page().locator(".record vaadin-checkbox").first().click();
            handler.picture("withholding-1-choosing").press("Keep one record out of the copy");
            handler.sees(".record .badge").reads("Because it would harm other people’s rights").picture("withholding-2-kept-out");
            officer.open("/desk/" + request + "/contents").settled().reads("You see what is kept out").reads("Because it would harm other people’s rights");
            assertThat(officer.page().getByText("Look at its records").count()).isZero();
            handler.press("Give it after all").reads("Nothing is kept out.");
            assertThat(handler.complaints()).isEmpty();
            assertThat(officer.complaints()).isEmpty();
        }
    }

    @Test
    void a_field_is_corrected_after_two_people_saw_it_and_what_stood_there_is_kept() throws Exception {
        String request = entered("rectification", "k10034");
        try (var handler = signedIn("case-handler"); var controller = signedIn("controller")) {
            handler.open("/desk/" + request).settled();
            unfold(handler, "Record how it was made sure who asks");
            choose(handler, "How", "Reached at an address known before");
            done(handler, "Record it").reads("Reached at an address known before").reads("Nothing is written down field by field yet.");
            unfold(handler, "Write down what a field has to say");
            choose(handler, "Field", "Customer record: city");
            handler.fill("What it has to say", "<b>Tromsø</b>").picture("correction-1-written");
            done(handler, "Write it down").reads(Pattern.compile("It has to say .*<b>Tromsø</b>"));
            handler.page().locator(".case-items > li").filter(new Locator.FilterOptions().setHasText("Customer record")).first().locator("vaadin-select").first().click();
            handler.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Correct")).click();
            handler.press("Hand over for decision").reads("Waits for a decision");

            controller.open("/desk/" + request).settled().reads(Pattern.compile("It has to say .*<b>Tromsø</b>"));
            assertThat(controller.page().getByText("Take this back").count()).as("who decides does not write").isZero();
            controller.picture("correction-2-decision").page().locator(".approve").click();
            controller.reads(Pattern.compile("It says .*<b>Tromsø</b>.* now")).reads("Corrected, and looked up again").picture("correction-3-corrected");
            assertThat(handler.complaints()).isEmpty();
            assertThat(controller.complaints()).isEmpty();
        }
    }

    /** Somebody outside is given data of that customer, whom the company has to tell when it is deleted (GDPR Art. 19). */
    private static void passedOn(String account) throws Exception {
        var event = JsonNodeFactory.instance.arrayNode();
        var data = event.addObject().put("specversion", "1.0").put("type", "org.innsyn.access.v1").put("source", "urn:innsyn:demo:support-desk")
                .put("id", "passed-on-" + Instant.now()).put("time", Instant.now().toString())
                .putObject("data").put("operation", "disclose").put("object", "/customers/contact").put("purpose", "billing.collection").put("legalBasis", "contract").put("recipient", RECIPIENT);
        data.putArray("categories").add("contact-details");
        data.putObject("actor").put("id", "p-301").put("kind", "staff").put("unit", "billing").put("role", "clerk");
        data.putArray("subjects").addObject().putArray("identifiers").addObject().put("type", "account").put("value", account);
        var answer = callers.call(HousePorts.url(ports.audit()) + "/api/v1/access-events", "POST", "reporter", "application/cloudevents-batch+json", event.toString());
        assertThat(answer.body()).contains("recorded");
    }

    /** @return the id of a request that came by letter just now */
    private static String entered(String right, String account) throws Exception {
        var answer = callers.call(HousePorts.url(ports.dsr()) + "/api/v1/requests/entries", "POST", "case-handler", "application/json",
                "{\"right\": \"%s\", \"channel\": \"letter\", \"account\": \"%s\", \"receivedAt\": \"%s\"}".formatted(right, account, Instant.now()));
        String request = StateFile.JSON.readTree(answer.body()).get("id").asString();
        reached(request, "assessed");
        return request;
    }

    /** Waits for it in the list, which names nobody: reading a request itself is recorded each time. */
    private static void reached(String request, String state) throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> StateFile.JSON.readTree(callers.call(HousePorts.url(ports.dsr()) + "/api/v1/requests?size=200", "GET", "dpo",
                "application/json", "").body()).get("requests").valueStream().anyMatch(each -> each.get("id").asString().equals(request) && each.get("state").asString().equals(state)));
    }

    private static Visitor signedIn(String role) {
        return SharedHouse.signedIn(SharedHouse.account(role));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);
    }

    private static void unfold(Visitor visitor, String deed) {
        visitor.page().locator("vaadin-details-summary").filter(new Locator.FilterOptions().setHasText(deed)).first().click();
    }

    /** The button within the form that stands open. */
    private static Visitor done(Visitor visitor, String deed) {
        visitor.page().locator(".deed[opened] vaadin-button:not([disabled])").filter(new Locator.FilterOptions().setHasText(deed)).click();
        return visitor;
    }

    private static void choose(Visitor visitor, String label, String option) {
        visitor.page().locator(".filters vaadin-select:has(label:text-is('" + label + "')), .deed[opened] vaadin-select:has(label:text-is('" + label + "'))").first().click();
        visitor.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).first().click();
    }
}
