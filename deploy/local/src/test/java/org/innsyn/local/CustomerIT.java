package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer asks about what the log shows. */
@ExtendWith(SharedHouse.class)
class CustomerIT {

    @BeforeAll
    static void a_customer_was_looked_at() throws Exception {
        SharedHouse.somebodyLooksAt(SharedHouse.customers().get(2));
    }

    @Test
    void a_question_about_an_entry_reaches_the_people_who_answer_and_stands_in_no_address() throws Exception {
        Account account = SharedHouse.customers().get(2);
        withdraw(account, PageMatrixIT.requestOf(account));
        try (var customer = SharedHouse.signedIn(account); var handler = SharedHouse.signedIn(SharedHouse.account("case-handler"))) {
            askAboutTheFirst(customer).reads("About entry").fill("Your question", "Why was this necessary?").picture("question");
            assertThat(customer.page().url()).endsWith("/requests/ask");
            customer.press("Send my question").reads("What has happened").reads("Why was this necessary?");

            handler.open("/desk/" + customer.page().url().replaceAll(".*/", "")).settled().reads("About entry").reads("Why was this necessary?");
            askAboutTheFirst(customer).reads("You already have a request for a copy open").picture("question-waits");
            assertThat(customer.complaints()).isEmpty();
        }
    }

    @Test
    void filters_narrow_the_log_and_old_entries_are_reached_by_their_day() {
        try (var customer = SharedHouse.signedIn(SharedHouse.customers().get(2))) {
            // Looking is an entry itself, and until it is found nobody says for certain that there is none.
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                customer.open("/who-looked").settled().sees("button.line");
                customer.page().getByLabel("Up to and including").fill("31/01/2020");
                customer.page().keyboard().press("Enter");
                customer.reads(Pattern.compile("Nobody (has looked at your data|is found) in this period"));
                assertThat(customer.page().getByText("Nobody has looked at your data in this period").count()).isEqualTo(1);
            });
        }
    }

    private static Visitor askAboutTheFirst(Visitor customer) {
        customer.open("/who-looked").settled().page().locator("button.line").first().click();
        return customer.press("Ask about this");
    }

    private static void withdraw(Account account, String request) throws IOException, InterruptedException {
        var ports = SharedHouse.house().ports();
        var callers = new Callers(SharedHouse.directory(), ports, account);
        String url = HousePorts.url(ports.dsr()) + "/api/v1/requests/" + request;
        // What is held is being looked up meanwhile, and that is a change too.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String version = StateFile.JSON.readTree(callers.call(url, "GET", "subject", "application/json", "").body()).get("version").asString();
            var answer = callers.call(url + "/withdrawal", "POST", "subject", "application/json", "{\"version\": " + version + "}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
    }
}
