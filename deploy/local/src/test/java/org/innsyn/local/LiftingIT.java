package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A restriction ends in front of everybody it concerns: decided, told, lifted (GDPR Art. 18(3)). */
@ExtendWith(SharedHouse.class)
class LiftingIT {

    private static final String RESTRICTED = "demo/customers";
    private static final String REASON = "The address was checked <b>twice</b> and is right.";
    private static final String STATEMENT = "The mark was taken away in the customer system.";

    private final Account customer = SharedHouse.customers().get(3);
    private final Callers callers;
    private final String requests;

    LiftingIT() throws Exception {
        var ports = SharedHouse.house().ports();
        callers = new Callers(SharedHouse.directory(), ports, customer);
        requests = HousePorts.url(ports.dsr()) + "/api/v1/requests";
    }

    @Test
    void a_restriction_is_ended_by_the_controller_told_and_lifted_by_the_case_handler_and_the_person_reads_all_of_it() throws Exception {
        String request = restricted();
        try (var person = SharedHouse.signedIn(customer); var handler = SharedHouse.signedIn(SharedHouse.account("case-handler"));
                var controller = SharedHouse.signedIn(SharedHouse.account("controller"))) {
            assertThat(handler.open("/desk/" + request).settled().page().getByText("End the restriction").count()).as("who prepares does not end it").isZero();
            unfold(controller.open("/desk/" + request).settled(), "End the restriction");
            controller.fill("Why it ends", REASON).picture("lifting-1-reason");
            done(controller, "Tell the person, then lift it").reads("The restriction ends").reads(REASON).reads("The person has not been told yet. Nothing is lifted before");
            controller.picture("lifting-2-decided");

            unfold(handler.open("/desk/" + request).settled().reads("Customer record: a person lifts it."), "Record that the person was told");
            assertThat(handler.page().getByText("Record that it was lifted").count()).as("not before they were told").isZero();
            done(handler, "They were told").reads("The person was told at");
            unfold(handler, "Record that it was lifted");
            handler.fill("What was done", STATEMENT).picture("lifting-3-by-hand");
            done(handler, "It is lifted").reads("Customer record: not restricted any more.").reads(STATEMENT);

            person.open("/requests/" + request).settled().reads("The restriction ends").reads(REASON).reads("You were told at").reads("Customer record: not restricted any more.").picture("lifting-4-person");
            assertThat(person.page().locator(".timeline").innerText()).as("keys and counts are for programs").doesNotContain("demo/");
            assertThat(person.page().getByText("Record that").count()).as("what staff do is not there").isZero();
            person.onAPhoneInTheDark("lifting-4-person");
            assertThat(List.of(person.complaints(), handler.complaints(), controller.complaints())).allMatch(List::isEmpty);
        }
    }

    /** @return a request of the customer whose restriction stands */
    private String restricted() throws Exception {
        String request = said(call("", "subject", JsonNodeFactory.instance.objectNode().put("right", "restriction"))).get("id").asString();
        JsonNode assessed = reached(request, "assessed");
        ObjectNode preparation = JsonNodeFactory.instance.objectNode().put("version", assessed.get("version").asLong());
        var items = preparation.putArray("items");
        assessed.get("items").forEach(item -> items.addObject().put("item", item.get("key").asString())
                .put("outcome", item.get("key").asString().equals(RESTRICTED) ? "restrict" : "not-concerned"));
        long prepared = said(call("/" + request + "/preparation", "case-handler", preparation)).get("version").asLong();
        said(call("/" + request + "/approval", "controller", JsonNodeFactory.instance.objectNode().put("version", prepared)));
        JsonNode running = reached(request, "in-progress");
        var byHand = JsonNodeFactory.instance.objectNode().put("version", running.get("version").asLong()).put("item", RESTRICTED).put("statement", "Marked in the customer system.");
        byHand.putObject("affected").put("restricted", 1);
        said(call("/" + request + "/hand-records", "case-handler", byHand));
        reached(request, "done");
        return request;
    }

    private JsonNode reached(String request, String state) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> said(callers.call(requests + "/" + request, "GET", "case-handler", "application/json", "").body()),
                view -> view.get("state").asString().equals(state));
    }

    private String call(String path, String who, ObjectNode body) throws IOException, InterruptedException {
        return callers.call(requests + path, "POST", who, "application/json", body.toString()).body();
    }

    private static JsonNode said(String body) {
        var said = StateFile.JSON.readTree(body);
        assertThat(said.has("version")).as(body).isTrue();
        return said;
    }

    private static void unfold(Visitor visitor, String deed) {
        visitor.page().locator("vaadin-details-summary").filter(new Locator.FilterOptions().setHasText(deed)).first().click();
    }

    private static Visitor done(Visitor visitor, String deed) {
        visitor.page().locator(".deed[opened] vaadin-button:not([disabled])").filter(new Locator.FilterOptions().setHasText(deed)).click();
        return visitor;
    }
}
