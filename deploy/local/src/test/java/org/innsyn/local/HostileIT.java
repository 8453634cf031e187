package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reports and requests whose texts are scripts, markup and formulas, wherever somebody may write one: they are shown as what they are. */
@ExtendWith(SharedHouse.class)
class HostileIT {

    /** Runs in whatever way a page might let it run, and leaves a mark when it did. */
    private static final List<String> HOSTILE = List.of(
            "<script>window.owned=1</script>", "<img src=x onerror=\"window.owned=1\">", "\"><svg onload=window.owned=1>", "javascript:window.owned=1",
            "{{constructor.constructor('window.owned=1')()}}", "${window.owned=1}", "</title><style>*{display:none}</style>",
            "=HYPERLINK(\"http://example.org\")", "\u202Egnp.exe", "' OR 1=1 --");

    private static Account customer;

    @BeforeAll
    static void hostile_reports_come_in() throws Exception {
        customer = SharedHouse.customers().get(2);
        var callers = new Callers(SharedHouse.directory(), SharedHouse.house().ports(), customer);
        var batch = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text = HOSTILE.get(i);
            var event = batch.addObject().put("specversion", "1.0").put("type", "org.innsyn.access.v1").put("source", "urn:innsyn:demo:support-desk")
                    .put("id", text + Instant.now()).put("time", Instant.now().toString());
            var data = event.putObject("data").put("operation", "disclose").put("object", "/customers/contact").put("purpose", "support.case").put("legalBasis", "contract")
                    .put("justification", text).put("caseReference", text).put("recipient", text).put("recordReference", text).put("clientAddress", text);
            data.putArray("fields").add(text);
            data.putArray("categories").add("contact-details");
            data.putObject("actor").put("id", text).put("kind", "staff").put("unit", "support").put("role", "agent");
            data.putArray("subjects").addObject().putArray("identifiers").addObject().put("type", "account").put("value", customer.account());
        }
        var ports = SharedHouse.house().ports();
        var answer = callers.call(HousePorts.url(ports.audit()) + "/api/v1/access-events", "POST", "reporter", "application/cloudevents-batch+json", batch.toString());
        assertThat(StateFile.JSON.readTree(answer.body()).get("results")).extracting(result -> result.get("status").asString()).containsOnly("recorded");
    }

    @Test
    void a_customer_reads_them_as_text_and_a_spreadsheet_carries_nothing_out() throws Exception {
        try (var visitor = SharedHouse.signedIn(customer)) {
            visitor.open("/who-looked").settled().reads("passed on your contact details to");
            assertThat(visitor.page().locator("body").innerText()).contains(HOSTILE.getFirst(), HOSTILE.get(1));
            visitor.page().locator("button.line").filter(new Locator.FilterOptions().setHasText("<img")).first().click();
            visitor.reads("In their own words").picture("hostile");
            var table = visitor.page().waitForDownload(() -> visitor.page().getByText("Save these entries as a table").click());
            table.saveAs(Path.of("target", "screenshots", "hostile.csv"));
            assertThat(Files.readString(Path.of("target", "screenshots", "hostile.csv"))).contains("'=HYPERLINK", "<script>").doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
            nothingRan(visitor);
        }
    }

    @Test
    void the_data_protection_officer_reads_them_as_text_in_the_log_the_figures_and_the_findings() {
        try (var visitor = SharedHouse.signedIn(SharedHouse.account("dpo"))) {
            visitor.open("/access-log").settled().fill("Whose data", customer.account()).press("Search").reads("Showing");
            visitor.page().locator("vaadin-grid-cell-content").filter(new Locator.FilterOptions().setHasText("support ·")).first().click();
            visitor.reads("In their own words").picture("hostile-entry");
            nothingRan(visitor);
            visitor.open("/overview").settled().sees("innsyn-bars svg").picture("hostile-figures");
            nothingRan(visitor);
            visitor.open("/findings").settled().picture("hostile-findings");
            nothingRan(visitor);
        }
    }

    private static void nothingRan(Visitor visitor) {
        Page page = visitor.page();
        assertThat(page.evaluate("() => window.owned")).isNull();
        assertThat(page.locator("img[src=x], svg[onload], script:text('owned')").count()).isZero();
        assertThat(visitor.complaints()).isEmpty();
    }
}
