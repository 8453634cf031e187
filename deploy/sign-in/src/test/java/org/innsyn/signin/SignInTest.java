package org.innsyn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The provider as its clients meet it: over HTTP, with real redirects and cookies. */
class SignInTest {

    private static final String REDIRECT = "http://localhost:9/login/oauth2/code/innsyn";

    @TempDir
    static Path home;

    /** Soon, so that a token would live longer. */
    private static final Instant END = Instant.now().plusSeconds(120).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    private static ConfigurableApplicationContext provider;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(home.resolve("directory.json"), """
                {"accounts": [
                   {"id": "u-1", "username": "dpo", "name": "Data protection officer", "password": "right", "roles": ["dpo"], "unit": "legal"},
                   {"id": "u-5", "username": "u-guessed", "name": "Another customer", "password": "right", "roles": ["subject"], "account": "a-18"},
                   {"id": "u-2", "username": "a-17", "name": "A customer", "password": "right", "roles": ["subject"], "account": "a-17"},
                   {"id": "u-3", "username": "past", "name": "Supervisory authority", "password": "right", "roles": ["regulator"], "until": "2026-01-01T00:00:00Z"},
                   {"id": "u-4", "username": "regulator", "name": "Supervisory authority", "password": "right", "roles": ["regulator"], "until": "%s"}],
                 "webClients": [{"id": "ui", "secret": "s1", "redirectUri": "%s", "postLogoutRedirectUri": "http://localhost:9/"}],
                 "machineClients": [{"id": "desk", "secret": "s2", "scopes": ["access:report"], "sources": ["urn:test:desk"]}],
                 "commandLineClients": [{"id": "cli-subject", "secret": "s3", "actsAs": "a-17"}]}
                """.formatted(END, REDIRECT));
        port = freePort();
        provider = SignIn.start(
                "--server.port=" + port,
                "--innsyn.sign-in.issuer=http://localhost:" + port,
                "--innsyn.sign-in.directory=" + home.resolve("directory.json"),
                "--innsyn.sign-in.signing-key=" + home.resolve("signing-key.json"));
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void a_person_signs_in_and_the_token_says_who_they_are_and_since_when() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        JWTClaimsSet token = browser().signIn("a-17", "right", "").claims("access_token");

        assertThat(token.getSubject()).isEqualTo("u-2");
        assertThat(token.getStringListClaim("roles")).containsExactly("subject");
        assertThat(token.getStringClaim("account")).isEqualTo("a-17");
        assertThat(token.getStringListClaim("scope")).containsExactly("openid");
        assertThat(token.getStringClaim("sid")).isNotBlank();
        assertThat(Instant.ofEpochSecond(token.getLongClaim("auth_time"))).isAfterOrEqualTo(before.minusSeconds(1));
    }

    @Test
    void the_id_token_names_the_person_and_their_roles() throws Exception {
        JWTClaimsSet token = browser().signIn("dpo", "right", "").claims("id_token");

        assertThat(token.getStringClaim("name")).isEqualTo("Data protection officer");
        assertThat(token.getStringListClaim("roles")).containsExactly("dpo");
        assertThat(token.getStringClaim("unit")).isEqualTo("legal");
    }

    @Test
    void a_refreshed_token_keeps_the_time_of_the_sign_in() throws Exception {
        Browser.Tokens first = browser().signIn("dpo", "right", "");
        Browser.Tokens second = first.refresh();

        assertThat(second.claims("access_token").getLongClaim("auth_time"))
                .isEqualTo(first.claims("access_token").getLongClaim("auth_time"));
    }

    @Test
    void a_wrong_password_is_told_in_words_and_gives_no_token() throws Exception {
        HttpResponse<String> page = browser().tryToSignIn("dpo", "wrong", "");

        assertThat(page.uri().toString()).endsWith("/sign-in?error");
        assertThat(page.body()).contains("do not belong together");
    }

    @Test
    void an_account_ends_when_its_time_is_over_and_so_do_its_tokens() throws Exception {
        assertThat(browser().tryToSignIn("past", "right", "").uri().toString()).endsWith("/sign-in?error");
        assertThat(browser().signIn("regulator", "right", "").claims("access_token").getExpirationTime().toInstant()).isEqualTo(END);
    }

    @Test
    void whoever_is_signed_in_is_not_asked_again() throws Exception {
        Browser browser = browser();
        browser.signIn("dpo", "right", "");

        assertThat(browser.authorize("").headers().firstValue("location")).get().asString().startsWith(REDIRECT);
    }

    @Test
    void prompt_login_asks_for_the_password_again_and_then_lets_through() throws Exception {
        Browser browser = browser();
        browser.signIn("dpo", "right", "");

        assertThat(browser.authorize("&prompt=login").headers().firstValue("location")).get().asString().endsWith("/sign-in?again");
        assertThat(browser.signIn("dpo", "right", "&prompt=login").claims("access_token").getSubject()).isEqualTo("u-1");
    }

    @Test
    void a_sign_in_younger_than_max_age_is_fresh_enough() throws Exception {
        Browser browser = browser();
        browser.signIn("dpo", "right", "");

        assertThat(browser.authorize("&max_age=300").headers().firstValue("location")).get().asString().startsWith(REDIRECT);
    }

    @Test
    void a_reporter_gets_its_sources_and_scopes_and_no_others() throws Exception {
        JWTClaimsSet token = browser().clientCredentials("desk", "s2", "access:report").claims("access_token");

        assertThat(token.getStringListClaim("source")).containsExactly("urn:test:desk");
        assertThat(token.getStringListClaim("scope")).containsExactly("access:report");
        assertThat(token.getClaims()).doesNotContainKeys("roles", "account");
        assertThat(browser().token(Map.of("grant_type", "client_credentials", "scope", "ledger:read"), "desk", "s2").statusCode())
                .isEqualTo(400);
        assertThat(browser().token(Map.of("grant_type", "client_credentials"), "desk", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void a_command_line_client_gets_the_tokens_of_its_account() throws Exception {
        JWTClaimsSet token = browser().clientCredentials("cli-subject", "s3", null).claims("access_token");

        assertThat(token.getSubject()).isEqualTo("u-2");
        assertThat(token.getStringClaim("account")).isEqualTo("a-17");
        assertThat(token.getStringListClaim("scope")).isEqualTo(List.of("openid"));
        assertThat(token.getClaims()).containsKey("auth_time");
    }

    @Test
    void signing_out_ends_the_session_and_leads_back() throws Exception {
        Browser browser = browser();
        Browser.Tokens tokens = browser.signIn("dpo", "right", "");

        assertThat(browser.signOut(tokens)).isEqualTo("http://localhost:9/");
        assertThat(browser.authorize("").headers().firstValue("location")).get().asString().endsWith("/sign-in");
    }

    @Test
    void the_page_speaks_norwegian_to_those_who_ask_and_runs_no_script_but_our_own_file() throws Exception {
        HttpResponse<String> page = browser().get("/sign-in", "Accept-Language", "nb-NO");

        assertThat(page.body()).contains("Logg inn").containsOnlyOnce("<script").contains("<script src=\"/passkey.js\"");
        assertThat(page.headers().firstValue("content-security-policy")).get().asString().contains("default-src 'none'", "script-src 'self';");
        assertThat(browser().get("/sign-in.css").statusCode()).isEqualTo(200);
    }

    @Test
    void a_language_chosen_on_the_page_is_kept_and_both_languages_say_the_same() throws Exception {
        Browser browser = browser();
        assertThat(browser.get("/sign-in?language=nb").body()).contains("Logg inn", "lang=\"en\"");
        assertThat(browser.get("/sign-in").body()).contains("Logg inn");
        assertThat(browser.authorize("&ui_locales=en-GB").statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in").body()).as("what somebody chose counts for more than what an application asks for").contains("Logg inn");
        assertThat(texts("messages_nb.properties").keySet()).isEqualTo(texts("messages.properties").keySet());
    }

    @Test
    void the_page_speaks_the_language_the_application_asks_for() throws Exception {
        Browser browser = browser();
        browser.authorize("&ui_locales=nb-NO");
        assertThat(browser.get("/sign-in").body()).contains("Logg inn");
    }

    @Test
    void who_has_no_account_whose_time_is_over_and_who_errs_are_answered_alike() throws Exception {
        HttpResponse<String> wrong = browser().tryToSignIn("dpo", "wrong", "");
        for (String username : List.of("nobody-of-this-name", "past", "u-1")) {
            HttpResponse<String> other = browser().tryToSignIn(username, "right", "");
            assertThat(other.uri()).isEqualTo(wrong.uri());
            assertThat(withoutToken(other.body())).isEqualTo(withoutToken(wrong.body()));
        }
    }

    @Test
    void passkeys_are_made_by_who_is_signed_in_and_by_nobody_else() throws Exception {
        assertThat(browser().get("/passkeys").headers().firstValue("location")).get().asString().endsWith("/sign-in");
        Browser signedIn = browser();
        signedIn.signIn("a-17", "right", "");
        assertThat(signedIn.get("/passkeys").body()).contains("You have no passkey yet", "data-passkey=\"make\"");
    }

    @Test
    void whoever_guesses_waits_and_a_name_nobody_has_waits_as_long() throws Exception {
        for (String name : List.of("u-guessed", "a-name-nobody-has")) {
            for (int slip = 0; slip < 5; slip++) {
                assertThat(browser().tryToSignIn(name, "wrong", "").uri().toString()).endsWith("/sign-in?error");
            }
            HttpResponse<String> waits = browser().tryToSignIn(name, "right", "");
            assertThat(waits.uri().toString()).as("not looked at, right or wrong").endsWith("/sign-in?wait");
            assertThat(waits.body()).contains("too many wrong passwords");
        }
        assertThat(browser().signIn("dpo", "right", "").claims("access_token").getSubject()).as("others go on").isEqualTo("u-1");
    }

    @Test
    void a_passkey_is_taken_away_by_its_owner_and_by_nobody_else() throws Exception {
        UserCredentialRepository passkeys = provider.getBean(UserCredentialRepository.class);
        passkeys.save(passkey("u-2", (byte) 1));
        passkeys.save(passkey("u-1", (byte) 2));
        Browser browser = browser();
        browser.signIn("a-17", "right", "");
        assertThat(browser.get("/passkeys").body()).contains("Remove this passkey", "You have one passkey");

        browser.postForm("/passkeys", "/passkeys/removal", Map.of("passkey", new Bytes(new byte[] {2}).toBase64UrlString()));
        assertThat(passkeys.findByCredentialId(new Bytes(new byte[] {2}))).as("somebody else's stays").isNotNull();
        assertThat(browser.postForm("/passkeys", "/passkeys/removal", Map.of("passkey", new Bytes(new byte[] {1}).toBase64UrlString())).body())
                .contains("It is removed here", "You have no passkey yet");
        passkeys.delete(new Bytes(new byte[] {2}));
    }

    private static CredentialRecord passkey(String person, byte id) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY).credentialId(new Bytes(new byte[] {id}))
                .userEntityUserId(new Bytes(person.getBytes(StandardCharsets.UTF_8))).publicKey(new ImmutablePublicKeyCose(new byte[] {4, 5}))
                .signatureCount(1).uvInitialized(true).transports(Set.of()).backupEligible(true).backupState(false)
                .created(END).lastUsed(END).label("2026-03-02").build();
    }

    private static String withoutToken(String page) {
        return page.replaceAll("(name=\"_csrf\" value|data-token)=\"[^\"]+\"", "");
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (var in = SignIn.class.getClassLoader().getResourceAsStream(file)) {
            texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void everything_else_is_closed() throws Exception {
        assertThat(browser().get("/actuator", "Accept", "application/json").statusCode()).isIn(302, 401, 403);
    }

    private static Browser browser() {
        return new Browser("http://localhost:" + port, "ui", "s1", REDIRECT);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
