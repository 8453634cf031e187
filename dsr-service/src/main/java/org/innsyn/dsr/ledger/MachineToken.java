package org.innsyn.dsr.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** This service's own access token (OAuth 2.0 client credentials, RFC 6749 section 4.4), asked for anew shortly before it ends. */
final class MachineToken {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final RestClient http;
    private final URI tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private Held held = new Held("", Instant.EPOCH);

    MachineToken(RestClient http, URI tokenUri, String clientId, String clientSecret, Clock clock) {
        this.http = http;
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    synchronized String value() {
        if (clock.instant().isAfter(held.until().minus(MARGIN))) {
            held = ask();
        }
        return held.token();
    }

    /** After a refusal: the signing key may have changed. */
    synchronized void forget() {
        held = new Held("", Instant.EPOCH);
    }

    private Held ask() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("scope", "ledger:read");
        var answer = http.post()
                .uri(tokenUri)
                .headers(headers -> headers.setBasicAuth(clientId, clientSecret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Answer.class);
        return new Held(answer.token(), clock.instant().plusSeconds(answer.expiresInSeconds()));
    }

    private record Held(String token, Instant until) {}

    private record Answer(@JsonProperty("access_token") String token, @JsonProperty("expires_in") long expiresInSeconds) {}
}
