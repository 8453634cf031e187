package org.innsyn.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages from outside, over HTTP, with every other service away. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "innsyn.sign-in.issuer=http://localhost:9")
class FrontDoorTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/who-looked", "/requests", "/requests/new", "/access-log", "/desk", "/nowhere"})
    void nobody_sees_a_page_without_signing_in(String address) throws Exception {
        var answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/oauth2/authorization/innsyn");
    }

    @Test
    void signing_in_asks_the_provider_for_a_code_with_a_proof_key() throws Exception {
        assertThat(get("/oauth2/authorization/innsyn").headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:9/oauth2/authorize?response_type=code&client_id=ui")
                .contains("code_challenge_method=S256")
                .contains("redirect_uri=http://localhost:8470/login/oauth2/code/innsyn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/who-looked", "/innsyn/innsyn.css"})
    void every_answer_keeps_the_browser_to_our_own_parts(String address) throws Exception {
        var headers = get(address).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void the_session_cookie_has_a_name_of_its_own_and_is_out_of_reach_of_scripts() throws Exception {
        assertThat(get("/").headers().firstValue("Set-Cookie").orElse("")).startsWith("INNSYN_UI=").contains("HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=close", "/?v-r=uidl&v-uiId=0"})
    void a_goodbye_that_comes_late_takes_nobodys_session_away(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).header("Cookie", "INNSYN_UI=" + "0".repeat(32))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"UNLOAD\":true}")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isLessThan(300);
            assertThat(answer.headers().allValues("Set-Cookie")).as("the cookie of who has signed in meanwhile stays").isEmpty();
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).header("Accept", "text/html").build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
