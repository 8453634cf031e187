package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in both languages, light and dark, on a phone and at 200 % zoom, for everybody who may open it. */
@ExtendWith(SharedHouse.class)
class EverywhereIT {

    /** Those whose pages are all pages there are; a case as its case-handler prepares it and as others read it. */
    private static final List<String> ROLES = List.of("subject", "case-handler", "dpo");

    private static String request;
    private static String hold;

    /** How somebody reads. Twice as large is half as much room. */
    private enum Way {
        NORWEGIAN_DARK_PHONE("nb-NO", ColorScheme.DARK, 390, 844),
        ENGLISH_LIGHT_ZOOMED("en-GB", ColorScheme.LIGHT, 640, 450);

        private final String language;
        private final ColorScheme scheme;
        private final int width;
        private final int height;

        Way(String language, ColorScheme scheme, int width, int height) {
            this.language = language;
            this.scheme = scheme;
            this.width = width;
            this.height = height;
        }

        Browser.NewContextOptions options() {
            return Visitor.options().setLocale(language).setColorScheme(scheme).setViewportSize(width, height);
        }
    }

    @BeforeAll
    static void somebody_was_looked_at_and_has_asked_for_something() throws Exception {
        SharedHouse.somebodyLooksAt(SharedHouse.customers().get(2));
        request = PageMatrixIT.requestOf(SharedHouse.customers().get(2));
        hold = somethingHeld();
    }

    private static String somethingHeld() throws Exception {
        var ports = SharedHouse.house().ports();
        var answer = new Callers(SharedHouse.directory(), ports, SharedHouse.customers().get(2)).call(
                HousePorts.url(ports.dsr()) + "/api/v1/holds", "POST", "case-handler", "application/json",
                "{\"system\": \"elsewhere\", \"category\": \"contracts\", \"ground\": \"legal-claims\", \"owner\": \"legal\", \"reviewOn\": \"%s\", \"reason\": \"1234567890\"}"
                        .formatted(LocalDate.now().plusMonths(2)));
        return StateFile.JSON.readTree(answer.body()).get("id").asString();
    }

    private static Stream<Arguments> waysAndRoles() {
        return Stream.of(Way.values()).flatMap(way -> ROLES.stream().map(role -> Arguments.of(way, role)));
    }

    @ParameterizedTest
    @MethodSource("waysAndRoles")
    void everybody_reads_every_page_of_theirs_however_they_read(Way way, String role) throws Exception {
        try (var visitor = signedIn(way, role)) {
            List<String> wrong = new ArrayList<>();
            for (String page : pagesOf(role)) {
                visitor.open("/" + PageMatrixIT.filled(page.replace(":hold", hold), request)).settled().picture("every-" + page.replaceAll("\\W+", "-") + "-" + way);
                if (visitor.sideways() > 0) {
                    wrong.add(page + " is " + visitor.sideways() + " px wider than the window");
                }
                if (!way.language.equals(visitor.page().locator("html").getAttribute("lang"))) {
                    wrong.add(page + " says that it is in " + visitor.page().locator("html").getAttribute("lang"));
                }
                if (way == Way.NORWEGIAN_DARK_PHONE) {
                    Texts.englishIn(visitor.ourWords()).forEach(text -> wrong.add(page + " says in English: " + text));
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void a_language_once_chosen_stays_also_at_the_sign_in() {
        try (var visitor = SharedHouse.signedIn(SharedHouse.customers().get(2))) {
            visitor.reads("Your data").page().locator(".language").click();
            visitor.reads("Dine opplysninger").page().locator(".person vaadin-button").click();
            visitor.reads("Hvem har sett opplysningene dine?");
            visitor.page().locator(".hero a.button-link").click();
            assertThat(visitor.page().locator("h1").innerText()).isEqualTo("Logg inn");
        }
    }

    @Test
    void an_ended_session_is_told_and_leads_to_the_front_page() {
        try (var visitor = SharedHouse.signedIn(SharedHouse.customers().get(2))) {
            visitor.open("/who-looked").settled();
            visitor.page().context().addCookies(List.of(new Cookie("INNSYN_UI", "0000000000000000").setUrl(SharedHouse.pages())));
            visitor.page().locator("button.line, .routine vaadin-details-summary").first().click();
            visitor.reads("You have been signed out").picture("session-ended");
            visitor.page().getByText("Everything you sent is kept").click();
            visitor.reads("Who looked at your data?");
        }
    }

    private static Visitor signedIn(Way way, String role) {
        Account account = role.equals("subject") ? SharedHouse.customers().get(2) : SharedHouse.account(role);
        return SharedHouse.chromium().visitor(SharedHouse.pages(), role, way.options()).signIn(account.username(), account.password());
    }

    @Test
    void nobody_has_a_page_that_is_not_looked_at() throws Exception {
        for (var page : PageMatrixIT.written().entrySet()) {
            assertThat(List.of(page.getValue().split(" "))).as(page.getKey()).containsAnyElementsOf(Stream.concat(ROLES.stream(), Stream.of("anyone")).toList());
        }
    }

    private static List<String> pagesOf(String role) throws IOException {
        return PageMatrixIT.written().entrySet().stream().filter(page -> List.of(page.getValue().split(" ")).contains(role) || role.equals("subject") && page.getValue().equals("anyone"))
                .map(Map.Entry::getKey).toList();
    }
}
