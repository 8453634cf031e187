package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page opened in a browser as every role. The pages are read from the compiled classes; who may open them stands in {@code who-may-open.txt}. */
@ExtendWith(SharedHouse.class)
class PageMatrixIT {

    private static final String FRONT = "";

    private static Map<String, String> written;
    private static String ownRequest;
    private static String anothersRequest;

    @BeforeAll
    static void two_customers_with_a_request_each() throws Exception {
        written = written();
        ownRequest = requestOf(SharedHouse.customers().get(2));
        anothersRequest = requestOf(SharedHouse.customers().get(3));
    }

    @Test
    void every_page_is_written_down() {
        assertThat(pages()).containsExactlyInAnyOrderElementsOf(written.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "case-handler", "controller", "dpo", "regulator"})
    void a_role_opens_its_own_pages_and_is_told_for_whom_the_others_are(String role) throws Exception {
        var account = role.equals("subject") ? SharedHouse.customers().get(2) : SharedHouse.account(role);
        try (var visitor = SharedHouse.signedIn(account)) {
            List<String> wrong = new ArrayList<>();
            for (var page : written.entrySet()) {
                var may = List.of(page.getValue().split(" "));
                boolean opened = !isRefused(visitor, page.getKey(), ownRequest);
                if (opened != (may.contains(role) || may.contains("anyone"))) {
                    wrong.add(page.getKey() + (opened ? " opened" : " refused"));
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void another_customers_request_is_nothing_that_exists() {
        try (var visitor = SharedHouse.signedIn(SharedHouse.customers().get(2))) {
            visitor.open("/requests/" + anothersRequest).reads("There is nothing here").reads("or it belongs to somebody else");
            assertThat(visitor.page().locator(".timeline").count()).isZero();
        }
    }

    @Test
    void who_is_signed_out_is_led_to_the_sign_in_from_every_page() {
        try (var visitor = SharedHouse.chromium().visitor(SharedHouse.pages(), Callers.NOBODY)) {
            for (var page : written.entrySet()) {
                visitor.open("/" + filled(page.getKey(), ownRequest));
                if (page.getValue().equals("anyone")) {
                    visitor.sees(".page");
                } else {
                    assertThat(visitor.page().url()).as(page.getKey()).startsWith(HousePorts.url(SharedHouse.house().ports().signIn()) + "/sign-in");
                }
            }
        }
    }

    /** A page is the reader's, or says for whom it is. */
    private static boolean isRefused(Visitor visitor, String page, String request) {
        visitor.open("/" + filled(page, request));
        visitor.page().locator(".page").first().waitFor();
        return visitor.page().locator(".page-refused").isVisible();
    }

    static String filled(String page, String request) {
        return page.replaceAll(":(request|breach|hold|task)\\b(?!\\?)", request).replaceAll("/:\\w+\\?", "");
    }

    private static List<String> pages() {
        return new ClassFiles("ui").all().stream()
                .map(type -> ClassFiles.annotation(type, "Route"))
                .flatMap(Optional::stream)
                .map((Annotation route) -> ClassFiles.text(route, "value"))
                .filter(page -> !page.equals(FRONT))
                .toList();
    }

    /** The customer's open request for a copy, made where there is none. */
    static String requestOf(Account customer) throws IOException, InterruptedException {
        var ports = SharedHouse.house().ports();
        var answer = new Callers(SharedHouse.directory(), ports, customer).call(
                HousePorts.url(ports.dsr()) + "/api/v1/requests", "POST", "subject", "application/json", "{\"right\": \"access\"}");
        return StateFile.JSON.readTree(answer.body()).get("id").asString();
    }

    /** Page and who may open it. */
    static Map<String, String> written() throws IOException {
        try (var file = PageMatrixIT.class.getResourceAsStream("who-may-open.txt")) {
            Map<String, String> written = new TreeMap<>();
            Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")).filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+", 2)).forEach(columns -> written.put(columns[0], columns[1]));
            return written;
        }
    }
}
