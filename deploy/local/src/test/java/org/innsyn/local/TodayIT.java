package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first page of who prepares and of who decides: one request goes from the one's work to the other's. */
@ExtendWith(SharedHouse.class)
class TodayIT {

    private static final String ACCOUNT = "k10035";

    @Test
    void the_days_work_says_what_waits_for_whom_and_a_request_goes_from_the_one_to_the_other() throws Exception {
        String request = entered();
        try (var handler = SharedHouse.signedIn(SharedHouse.account("case-handler")); var controller = SharedHouse.signedIn(SharedHouse.account("controller"))) {
            handler.reads("Your work today").settled();
            assertThat(line(handler, request).innerText()).contains("Make sure who asks.", "Prepare it for the decision.", "days left");
            assertThat(handler.page().locator("body").innerText()).as("nobody is named").doesNotContain(ACCOUNT);
            handler.picture("today-1-handler").onAPhoneInTheDark("today-1-handler");
            controller.reads("Your work today").settled();
            assertThat(under(controller, "Waits for others", request).innerText()).contains("Make sure who asks.");
            assertThat(controller.page().getByText("Questions for a name").count()).isEqualTo(1);

            line(handler, request).locator("a").focus();
            handler.page().keyboard().press("Enter");
            handler.reads("What is held");
            handler.page().locator("vaadin-details-summary").filter(new Locator.FilterOptions().setHasText("Record how it was made sure who asks")).first().click();
            handler.page().locator(".deed[opened] vaadin-select").first().click();
            handler.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Reached at an address known before")).click();
            handler.press("Record it").reads("Reached at an address known before").press("Hand over for decision").reads("Waits for a decision");

            // The controller touched nothing meanwhile.
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                    assertThat(under(controller, "Waits for you", request).innerText()).contains("Decide it.").doesNotContain("Make sure"));
            controller.picture("today-2-controller").onAPhoneInTheDark("today-2-controller");
            assertThat(under(handler.open("/today").settled(), "Waits for others", request).innerText()).contains("Decide it.");
            assertThat(List.of(handler.complaints(), controller.complaints())).allMatch(List::isEmpty);
        }
    }

    private static Locator line(Visitor visitor, String request) {
        return visitor.page().locator(".request-lines li:has(a[href='desk/" + request + "'])");
    }

    private static Locator under(Visitor visitor, String heading, String request) {
        return visitor.page().locator("h2:text-is('" + heading + "') ~ .request-lines li:has(a[href='desk/" + request + "'])");
    }

    /** @return the id of a request that came by letter just now and was looked up */
    private static String entered() throws Exception {
        var ports = SharedHouse.house().ports();
        var callers = new Callers(SharedHouse.directory(), ports, SharedHouse.customers().get(2));
        String requests = HousePorts.url(ports.dsr()) + "/api/v1/requests";
        var answer = callers.call(requests + "/entries", "POST", "case-handler", "application/json",
                "{\"right\": \"access\", \"channel\": \"letter\", \"account\": \"%s\", \"receivedAt\": \"%s\"}".formatted(ACCOUNT, Instant.now()));
        String request = StateFile.JSON.readTree(answer.body()).get("id").asString();
        await().atMost(Duration.ofSeconds(60)).until(() -> StateFile.JSON.readTree(callers.call(requests + "?size=200", "GET", "dpo", "application/json", "").body()).get("requests")
                .valueStream().anyMatch(each -> each.get("id").asString().equals(request) && each.get("state").asString().equals("assessed")));
        return request;
    }
}
