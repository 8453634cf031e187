package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rights beside copy and deletion, and what the desk does beside preparing and deciding. */
@ExtendWith(SharedHouse.class)
class RightsIT {

    @Test
    void a_correction_is_asked_for_asked_back_answered_and_taken_back_and_every_date_is_explained() {
        Account account = SharedHouse.customers().get(3);
        try (var customer = SharedHouse.signedIn(account); var handler = SharedHouse.signedIn(SharedHouse.account("case-handler"))) {
            customer.open("/requests/new").settled().reads("Have a person look at a decision").picture("rights-1-choice");
            customer.page().getByText("Correct my data").click();
            customer.reads("If you send this today, we owe you an answer by").picture("rights-2-before").press("Yes, go on");
            assertThat(customer.button("Ask to have it corrected").isDisabled()).as("nobody could tell what is wrong").isTrue();
            customer.fill("What is wrong, and what is right?", "My name has two n.").picture("rights-3-words").press("Ask to have it corrected");
            customer.reads("A case handler proposes what is done").reads("Being prepared");
            String request = customer.page().url().replaceAll(".*/", "");

            handler.open("/desk/" + request).settled();
            unfold(handler, "Record a question to the person");
            choose(handler, "What about", "Which data or which use they mean");
            handler.fill("The question, as they read it", "Which of your two accounts do you mean?").picture("rights-4-question").press("Record the question");
            handler.reads("The person has not answered yet");

            customer.open("/requests/" + request).reads("We need an answer from you").reads("Which of your two accounts do you mean?").picture("rights-5-asked");
            customer.fill("Your answer", "The older one.").press("Send my answer").reads("You answered; the clock goes on.");
            customer.page().getByText("How this day comes about").click();
            customer.reads("An answer is owed within one month of").picture("rights-6-answered");
            customer.press("Take this request back").press("Take it back").reads("You took it back. Nothing was changed.");
            assertThat(customer.complaints()).isEmpty();
            assertThat(handler.complaints()).isEmpty();
        }
    }

    @Test
    void a_letter_waits_for_its_writers_identity_and_the_officers_stop_and_nobodys_words_are_lost() {
        try (var handler = SharedHouse.signedIn(SharedHouse.account("case-handler"));
                var officer = SharedHouse.signedIn(SharedHouse.account("dpo"));
                var controller = SharedHouse.signedIn(SharedHouse.account("controller"))) {
            handler.open("/desk").settled().page().getByText("Record a request that came by another way").click();
            choose(handler.reads("The clock starts when it reached the company"), "What they ask for", "Objection");
            choose(handler, "It came by", "Letter");
            handler.fill("Whose data is meant", SharedHouse.customers().get(3).account()).fill("What they wrote or said", "No advertising, please.").picture("letter-1-entered");
            handler.press("Record this request").reads("It is not made sure who asks").sees(".preparation").picture("letter-2-case");
            String request = handler.page().url().replaceAll(".*/", "");

            officer.open("/desk/" + request).settled();
            unfold(officer, "Stop the approval");
            officer.fill("What has to change", "Ask first which advertising is meant.");
            unfold(handler, "Record how it was made sure who asks");
            choose(handler, "How", "Reached at an address known before");
            handler.press("Record it").reads("Reached at an address known before");

            officer.press("Stop it").reads("Somebody else changed this in the meantime").picture("letter-3-two-at-once").press("Show the newest state");
            officer.sees(".deeds").page().waitForFunction("() => !document.querySelector('.waiting')");
            assertThat(officer.page().getByLabel("What has to change").inputValue()).as("what was typed is kept").isEqualTo("Ask first which advertising is meant.");
            officer.press("Stop it").reads("The data protection officer stopped this");

            handler.open("/desk/" + request).settled().press("Hand over for decision").reads("Waits for a decision");
            controller.open("/desk/" + request).settled().reads("It cannot be approved now").picture("letter-4-stopped");
            assertThat(controller.page().locator(".approve").count()).isZero();
            for (String deed : List.of("Stop the approval", "Record how it was made sure who asks")) {
                assertThat(controller.page().getByText(deed).count()).as("what a role may not do is not there").isZero();
            }
            unfold(officer.open("/desk/" + request).settled(), "Lift the stop");
            officer.fill("What has changed", "It was asked and answered by phone.");
            done(officer, "Lift the stop").reads("lifted the stop");
            controller.open("/desk/" + request).settled().sees(".approve").picture("letter-5-decision");
            unfold(controller, "Extend by two months");
            choose(controller, "Ground", "It is complex");
            controller.fill("The reasons, as the person was told them", "Many systems send letters.").fill("What shows that it was delivered", "receipt 4711");
            controller.press("Extend, and record that the person was told").reads("extended the period by two months").picture("letter-6-extended");
            assertThat(List.of(handler.complaints(), officer.complaints(), controller.complaints())).allMatch(List::isEmpty);
        }
    }

    @Test
    void who_cannot_sign_in_is_led_to_a_code_and_nobody_learns_whether_a_reference_is_one() throws Exception {
        var account = SharedHouse.customers().get(3);
        var ports = SharedHouse.house().ports();
        var sent = new Callers(SharedHouse.directory(), ports, account).call(HousePorts.url(ports.dsr()) + "/api/v1/requests", "POST", "subject", "application/json", "{\"right\": \"access\"}");
        List<String> references = List.of(StateFile.JSON.readTree(sent.body()).get("reference").asString(), "R-0000-00");
        try (var stranger = SharedHouse.chromium().visitor(SharedHouse.pages(), Callers.NOBODY)) {
            stranger.open("/").reads("You wrote or called").page().getByText("You wrote or called").click();
            List<String> told = new ArrayList<>();
            for (String reference : references) {
                stranger.open("/identity").fill("Reference in our letter", reference).press("Send me a code").reads("Eight digits").picture("code-1-asked");
                told.add(stranger.page().locator(".told").innerText());
                stranger.fill("Code", "00000000").press("This is my code").reads("This is not the code").picture("code-2-wrong");
                told.add(stranger.page().locator(".told").innerText());
            }
            assertThat(told.subList(2, 4)).isEqualTo(told.subList(0, 2));
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    @Test
    void everybody_sees_what_is_held_of_them_and_how_to_ask_for_it() {
        try (var customer = SharedHouse.signedIn(SharedHouse.customers().get(3))) {
            customer.open("/my-data").settled().reads("Norwegian bookkeeping law requires it").reads("Needed for our contract with you").picture("my-data");
            customer.page().locator(".held-card").filter(new Locator.FilterOptions().setHasText("Support cases")).locator("a").last().click();
            customer.reads("What goes").reads("What is kept, and why").picture("erasure-before");
            assertThat(customer.complaints()).isEmpty();
        }
    }

    @Test
    void a_breach_is_put_on_record_told_and_closed_only_when_everything_is_there() {
        try (var officer = SharedHouse.signedIn(SharedHouse.account("dpo"))) {
            officer.open("/breaches").settled();
            unfold(officer, "Record a breach that no finding showed");
            officer.fill("What is known in a few words", "A laptop with customer lists was stolen.").press("Put it on record");
            officer.reads("h 59 min left").picture("breach-1-opened");
            unfold(officer, "Say what is known");
            officer.fill("What happened", "A laptop was stolen from a car.").fill("About how many people", "40").fill("About how many records", "120")
                    .fill("What is likely to come of it for them", "Somebody could write to them.").fill("What was and will be done about it", "The account was locked.");
            officer.page().getByLabel("Somebody learned of it who should not").check();
            officer.page().getByLabel("contact details").check();
            officer.picture("breach-2-facts").press("Put this on record").reads("said what is known");
            assertThat(officer.page().getByText("Close it").count()).as("not before both decisions").isZero();
            for (String who : List.of("the authority", "the people concerned")) {
                unfold(officer, "Record whether " + who + (who.endsWith("y") ? " was told" : " were told"));
                choose(officer, who.endsWith("y") ? "The authority" : "The people concerned", who.endsWith("y") ? "is not told" : "are not told");
                officer.page().getByLabel(who.endsWith("y") ? "Why not, or why late" : "Why not").last().fill("The disk is encrypted.");
                done(officer, "Record this decision").reads("recorded the decision about " + who);
            }
            unfold(officer, "Close it");
            officer.picture("breach-3-decided").press("Close this record").reads("closed it").picture("breach-4-closed");
            assertThat(officer.complaints()).isEmpty();
        }
    }

    @Test
    void a_name_is_asked_for_advised_on_decided_and_told_for_that_entry() throws Exception {
        Account account = SharedHouse.customers().get(2);
        SharedHouse.somebodyLooksAt(account);
        try (var customer = SharedHouse.signedIn(account);
                var officer = SharedHouse.signedIn(SharedHouse.account("dpo"));
                var controller = SharedHouse.signedIn(SharedHouse.account("controller"))) {
            openTheFirst(customer).press("About the name").fill("Why the name matters to you", "It may be a neighbour of mine.").picture("name-1-asked");
            done(customer, "Ask for the name").reads("You asked for the name at");

            officer.open("/names").settled().reads("It may be a neighbour of mine.");
            unfold(officer, "Say what speaks for and against it");
            choose(officer, "Advice", "Tell the name.");
            officer.fill("Reasons", "The reason is a serious one.");
            done(officer, "Give this advice").reads("The reason is a serious one.");
            controller.open("/names").settled();
            unfold(controller, "Decide");
            choose(controller, "Decision", "Tell the name.");
            controller.fill("Reasons, as the customer reads them", "What you need it for weighs more here.").picture("name-2-decision");
            done(controller, "Decide it like this").reads("What you need it for weighs more here.");

            openTheFirst(customer).press("About the name").reads("It was ").reads("What you need it for weighs more here.").picture("name-3-told");
            assertThat(List.of(customer.complaints(), officer.complaints(), controller.complaints())).allMatch(List::isEmpty);
        }
    }

    /** The newest access by a person. */
    private static Visitor openTheFirst(Visitor customer) {
        customer.open("/who-looked").settled().page().locator("button.line").first().click();
        return customer;
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
        visitor.page().locator("vaadin-details[opened] vaadin-select:has(label:text-is('" + label + "'))").first().click();
        visitor.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).click();
    }
}
