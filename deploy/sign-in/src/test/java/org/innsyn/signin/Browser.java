package org.innsyn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A browser with cookies and the web client behind it, following redirects by hand so that tests see them. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String provider;
    private final String client;
    private final String secret;
    private final String redirect;
    private String verifier = "";

    Browser(String provider, String client, String secret, String redirect) {
        this.provider = provider;
        this.client = client;
        this.secret = secret;
        this.redirect = redirect;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(provider).resolve(path));
        request.header("Accept-Language", "en");
        if (headers.length > 0) {
            request.setHeader(headers[0], headers[1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> authorize(String more) throws Exception {
        verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return get("/oauth2/authorize?response_type=code&scope=openid&client_id=" + client
                + "&redirect_uri=" + encode(redirect) + "&state=" + UUID.randomUUID()
                + "&code_challenge_method=S256&code_challenge=" + challenge + more, "Accept", "text/html");
    }

    /** Fills in the form and follows the answer to the page it leads to, or to the web client's door. */
    HttpResponse<String> tryToSignIn(String username, String password, String more) throws Exception {
        HttpResponse<String> page = follow(authorize(more));
        Matcher csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).as("the sign-in form: %s", page.body()).isTrue();
        String form = form(Map.of("username", username, "password", password, "_csrf", csrf.group(1)));
        return follow(post("/sign-in", form, null));
    }

    /** Sends the form of a page and follows the answer. */
    HttpResponse<String> postForm(String page, String address, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(get(page).body());
        assertThat(csrf.find()).isTrue();
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", csrf.group(1));
        return follow(post(address, form(all), null));
    }

    Tokens signIn(String username, String password, String more) throws Exception {
        HttpResponse<String> last = tryToSignIn(username, password, more);
        String location = last.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(redirect);
        String code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
        return tokens(token(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect, "code_verifier", verifier),
                client, secret));
    }

    Tokens clientCredentials(String id, String password, @Nullable String scope) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "client_credentials"));
        if (scope != null) {
            form.put("scope", scope);
        }
        return tokens(token(form, id, password));
    }

    HttpResponse<String> token(Map<String, String> form, String id, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
        return post("/oauth2/token", form(form), "Basic " + basic);
    }

    String signOut(Tokens tokens) throws Exception {
        HttpResponse<String> answer = get("/connect/logout?id_token_hint=" + tokens.raw("id_token")
                + "&post_logout_redirect_uri=" + encode("http://localhost:9/"));
        return answer.headers().firstValue("location").orElse("no redirect, " + answer.statusCode());
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> current = answer;
        while (current.statusCode() == 302) {
            String location = current.headers().firstValue("location").orElseThrow();
            if (location.startsWith(redirect)) {
                return current;
            }
            current = get(location, "Accept", "text/html");
        }
        return current;
    }

    private HttpResponse<String> post(String path, String form, @Nullable String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(provider + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Tokens tokens(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Tokens(JsonMapper.shared().readValue(answer.body(), Map.class));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the token endpoint answered. */
    final class Tokens {

        private final Map<?, ?> answer;

        Tokens(Map<?, ?> answer) {
            this.answer = answer;
        }

        String raw(String name) {
            return String.valueOf(answer.get(name));
        }

        JWTClaimsSet claims(String name) throws Exception {
            return SignedJWT.parse(raw(name)).getJWTClaimsSet();
        }

        Tokens refresh() throws Exception {
            return tokens(token(Map.of("grant_type", "refresh_token", "refresh_token", raw("refresh_token")), client, secret));
        }
    }
}
