package org.innsyn.demo.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** The company's access token, asked for again before it ends. */
final class AccessToken {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final HttpClient http;
    private final URI tokenUri;
    private final String basic;
    private String token = "";
    private Instant goodUntil = Instant.MIN;

    AccessToken(HttpClient http, URI tokenUri, String clientId, String clientSecret) {
        this.http = http;
        this.tokenUri = tokenUri;
        basic = Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
    }

    synchronized String get() throws Away, InterruptedException {
        if (Instant.now().isAfter(goodUntil)) {
            request();
        }
        return token;
    }

    /** A service did not take it: ask for another. */
    synchronized void refused() {
        goodUntil = Instant.MIN;
    }

    private void request() throws Away, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(tokenUri)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=access%3Areport%20identity%3Areport"))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Away("the sign-in gave no token (" + answer.statusCode() + ")", null);
            }
            JsonNode body = Json.MAPPER.readTree(answer.body());
            token = body.get("access_token").asString();
            goodUntil = Instant.now().plusSeconds(body.get("expires_in").asLong()).minus(MARGIN);
        } catch (IOException problem) {
            throw new Away("the sign-in does not answer", problem);
        }
    }
}
