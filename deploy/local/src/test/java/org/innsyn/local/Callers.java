package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.innsyn.local.SignInDirectory.Account;

/** Everybody who can call a service, each with a token from the running sign-in; and one whose token somebody else signed. */
final class Callers {

    /** Without a token. */
    static final String NOBODY = "signed-out";
    /** With a controller's token that was altered after it was signed. */
    static final String FORGER = "forged-token";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SignInDirectory directory;
    private final HousePorts ports;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** @param customer who {@code subject} is */
    Callers(SignInDirectory directory, HousePorts ports, Account customer) throws IOException, InterruptedException {
        this.directory = directory;
        this.ports = ports;
        tokens.put("subject", tokenOf(customer));
        for (String staff : new String[] {"case-handler", "controller", "dpo", "regulator"}) {
            tokens.put(staff, tokenOf(SharedHouse.account(staff)));
        }
        tokens.put("reporter", machine(SignInDirectory.REPORTER));
        tokens.put("operator", machine(SignInDirectory.OPERATOR));
        tokens.put("dsr-service", machine(SignInDirectory.DSR));
        tokens.put(NOBODY, "");
        tokens.put(FORGER, altered(tokens.get("controller")));
    }

    /** Role and token; empty for who is signed out. */
    Map<String, String> all() {
        return tokens;
    }

    String token(String who) {
        return tokens.get(who);
    }

    String tokenOf(Account account) throws IOException, InterruptedException {
        var client = directory.commandLineClients().stream().filter(each -> each.actsAs().equals(account.username())).findFirst().orElseThrow();
        return token(client.id(), client.secret(), "");
    }

    private String machine(String id) throws IOException, InterruptedException {
        var client = directory.machineClients().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return token(client.id(), client.secret(), "&scope=" + URLEncoder.encode(String.join(" ", client.scopes()), StandardCharsets.UTF_8));
    }

    private String token(String id, String secret, String scope) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(HousePorts.url(ports.signIn()) + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials" + scope))
                .build(), BodyHandlers.ofString());
        return StateFile.JSON.readTree(answer.body()).get("access_token").asString();
    }

    /** The same header and signature around claims that give every role. */
    private static String altered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"roles\":[\"controller\"]", "\"roles\":[\"controller\",\"dpo\",\"subject\",\"case-handler\",\"regulator\"]");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    /** @param who one of {@link #all()} */
    HttpResponse<String> call(String url, String method, String who, String contentType, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", contentType)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!tokens.get(who).isEmpty()) {
            request.header("Authorization", "Bearer " + tokens.get(who));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /**
     * Reports an access to that customer, who is {@code subject} here, by somebody the staff directory does not know; returns when the
     * customer can read it and the officer has a finding.
     */
    void somebodyLooksAt(Account customer, String somebody) throws IOException, InterruptedException {
        String audit = HousePorts.url(ports.audit());
        String event = """
                [{"specversion": "1.0", "type": "org.innsyn.access.v1", "source": "urn:innsyn:demo:billing", "id": "%s", "time": "%s",
                  "data": {"subjects": [{"identifiers": [{"type": "account", "value": "%s"}]}],
                           "actor": {"id": "%s", "kind": "staff", "unit": "billing", "role": "clerk"}, "operation": "read",
                           "object": "/customers/billing/invoices", "categories": ["billing"], "purpose": "billing.inquiry", "legalBasis": "contract"}}]"""
                .formatted(UUID.randomUUID(), Instant.now(), customer.account(), somebody);
        assertThat(call(audit + "/api/v1/access-events", "POST", "reporter", "application/cloudevents-batch+json", event).body()).contains("recorded");
        await().atMost(Duration.ofSeconds(60)).until(() -> found(audit + "/api/v1/access-log/mine", "subject", "{\"sources\": [\"urn:innsyn:demo:billing\"]}")
                && call(audit + "/api/v1/findings/search", "POST", "dpo", "application/json", "{\"states\": [\"open\"], \"size\": 200}").body().contains(somebody));
    }

    private boolean found(String url, String who, String query) throws IOException, InterruptedException {
        return StateFile.JSON.readTree(call(url, "POST", who, "application/json", query).body()).path("total").asLong() > 0;
    }
}
