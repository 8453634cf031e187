package org.innsyn.capture;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.innsyn.capture.json.JsonReader;

/**
 * Tokens by the OAuth 2.0 client credentials grant (RFC 6749 section 4.4), the client's secret in the header (section 2.3.1). A token is asked
 * for again a minute before it ends, or at half its life when that is shorter.
 */
public final class ClientCredentials implements TokenSupplier {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final long MARGIN_SECONDS = 60;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI tokenUri;
    private final String basic;
    private final String form;
    private final Clock clock;
    private String token = "";
    private Instant goodUntil = Instant.MIN;

    /** @param scope what to ask for, separated by spaces; {@code access:report} is what capturing needs */
    public ClientCredentials(URI tokenUri, String clientId, String clientSecret, String scope) {
        this(tokenUri, clientId, clientSecret, scope, Clock.systemUTC());
    }

    ClientCredentials(URI tokenUri, String clientId, String clientSecret, String scope, Clock clock) {
        this.tokenUri = Addresses.safe(tokenUri);
        basic = "Basic " + Base64.getEncoder().encodeToString((encoded(clientId) + ":" + encoded(clientSecret)).getBytes(StandardCharsets.UTF_8));
        form = "grant_type=client_credentials&scope=" + encoded(scope);
        this.clock = clock;
    }

    @Override
    public synchronized String token() throws IOException, InterruptedException {
        if (!clock.instant().isBefore(goodUntil)) {
            request();
        }
        return token;
    }

    @Override
    public synchronized void refused() {
        goodUntil = Instant.MIN;
    }

    private void request() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(tokenUri).timeout(LONGEST_ANSWER)
                .header("Authorization", basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form)).build();
        var asked = clock.instant();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the sign-in gave no token (" + answer.statusCode() + ")");
        }
        if (!(JsonReader.read(answer.body()) instanceof Map<?, ?> body && body.get("access_token") instanceof String given)) {
            throw new IOException("the sign-in's answer has no token");
        }
        long seconds = body.get("expires_in") instanceof Double told ? told.longValue() : MARGIN_SECONDS;
        token = given;
        goodUntil = asked.plusSeconds(Math.max(seconds - MARGIN_SECONDS, seconds / 2));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ClientCredentials[" + tokenUri.getHost() + "]";
    }
}
