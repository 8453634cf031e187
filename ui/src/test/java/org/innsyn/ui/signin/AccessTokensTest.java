package org.innsyn.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.innsyn.ui.shell.NoSuchPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens in the middle of a page, against a token endpoint on the other end of a real connection. */
@SpringBootTest
@WithMockUser(roles = Roles.SUBJECT)
class AccessTokensTest extends SpringBrowserlessTest {

    private static final HttpServer PROVIDER = provider();
    private static final AtomicInteger REFRESHES = new AtomicInteger();
    private static final AtomicReference<String> REFUSAL = new AtomicReference<>();

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private ClientRegistrationRepository registrations;

    @Autowired
    private OAuth2AuthorizedClientRepository clients;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("innsyn.sign-in.issuer", () -> "http://localhost:" + PROVIDER.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop(0);
    }

    @BeforeEach
    void openAPage() {
        REFRESHES.set(0);
        REFUSAL.set(null);
        navigate("nowhere", NoSuchPage.class);
    }

    @Test
    void a_token_that_is_good_is_used_as_it_is() {
        signedIn(Instant.now().plus(Duration.ofMinutes(10)));
        assertThat(tokens.current()).isEqualTo("first");
        assertThat(REFRESHES).hasValue(0);
    }

    @Test
    void a_token_that_has_run_out_is_refreshed_once_and_kept() {
        signedIn(Instant.now().minusSeconds(1));
        assertThat(tokens.current()).isEqualTo("second");
        assertThat(tokens.current()).isEqualTo("second");
        assertThat(REFRESHES).hasValue(1);
    }

    @Test
    void a_sign_in_that_cannot_be_refreshed_has_to_be_done_again() {
        REFUSAL.set("{\"error\": \"invalid_grant\"}");
        signedIn(Instant.now().minusSeconds(1));
        assertThatThrownBy(tokens::current).isInstanceOf(AccessTokens.SignInNeeded.class);
    }

    @Test
    void whoever_has_no_token_has_to_sign_in() {
        assertThatThrownBy(tokens::current).isInstanceOf(AccessTokens.SignInNeeded.class);
    }

    private void signedIn(Instant expires) {
        var issued = expires.minus(Duration.ofMinutes(15));
        var client = new OAuth2AuthorizedClient(
                registrations.findByRegistrationId(OpenIdProvider.ID),
                "user",
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "first", issued, expires),
                new OAuth2RefreshToken("good once", issued));
        clients.saveAuthorizedClient(client, SecurityContextHolder.getContext().getAuthentication(),
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
    }

    private static HttpServer provider() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth2/token", exchange -> {
                var refusal = REFUSAL.get();
                var body = refusal != null ? refusal
                        : "{\"access_token\": \"second\", \"token_type\": \"Bearer\", \"expires_in\": 900, \"refresh_token\": \"good once more\"}";
                REFRESHES.incrementAndGet();
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(refusal == null ? 200 : 400, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
