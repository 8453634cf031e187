package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The data protection officer goes from what needs attention to its rows, and back to a search by its link. */
@ExtendWith(SharedHouse.class)
class OfficerIT {

    private static final Pattern KEPT = Pattern.compile(".*/access-log/[0-9a-f-]{36}");

    @BeforeAll
    static void somebody_was_looked_at() throws Exception {
        SharedHouse.somebodyLooksAt(SharedHouse.customers().get(2));
    }

    @Test
    void a_number_in_a_figure_leads_to_its_rows_and_a_kept_search_to_the_same_search_without_naming_anybody() {
        try (var officer = SharedHouse.signedIn(SharedHouse.account("dpo"))) {
            officer.reads("What should somebody look at?").reads("Do all systems report?").settled().picture("attention");
            officer.page().locator(".figures vaadin-details-summary").first().click();
            var number = officer.page().locator(".figure-table button.link").first();
            long count = number(number.innerText());
            number.click();
            officer.reads("Showing");
            assertThat(number(officer.page().locator(".matches").innerText().replaceAll(".* of ", ""))).as("while others go on").isGreaterThanOrEqualTo(count);
            assertThat(officer.page().url()).matches(KEPT);

            officer.fill("Whose data", "k10001").press("Search").settled();
            officer.page().locator("vaadin-details-summary").filter(new Locator.FilterOptions().setHasText("Saved filters")).click();
            officer.fill("Name for what is set above", "One person").press("Keep these filters").reads("Saved filters (1)").picture("saved");
            officer.open("/access-log").settled();
            officer.page().locator("vaadin-details-summary").filter(new Locator.FilterOptions().setHasText("Saved filters")).click();
            officer.page().getByText("One person").click();
            officer.page().waitForURL(KEPT);
            officer.page().waitForFunction("() => document.querySelector('.search vaadin-text-field').value === 'k10001'");
            assertThat(officer.complaints()).isEmpty();
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    @Test
    void a_kind_of_finding_leads_to_its_findings_and_a_link_to_nobodys_search_leads_nowhere() {
        try (var officer = SharedHouse.signedIn(SharedHouse.account("dpo"))) {
            officer.settled().sees(".kinds a").page().locator(".kinds a").first().click();
            officer.sees("vaadin-grid").picture("findings-of-a-kind");
            assertThat(officer.page().url()).containsPattern("/findings/[a-z-]+$");
            officer.open("/access-log/00000000-0000-0000-0000-000000000000").reads("There is no page here");
            officer.open("/findings/no-such-kind").reads("There is no page here");
        }
    }
}
