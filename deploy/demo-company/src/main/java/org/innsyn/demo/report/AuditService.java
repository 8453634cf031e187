package org.innsyn.demo.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.innsyn.capture.ClientCredentials;
import org.innsyn.capture.TokenSupplier;
import org.innsyn.demo.DemoConfiguration;
import org.innsyn.schemas.identity.Identity;

/** The audit-service over HTTP, with the company's token. */
public final class AuditService implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final int TRIES = 60;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final TokenSupplier token;

    /** Asks for a token at the first call. */
    public AuditService(DemoConfiguration configuration) {
        base = configuration.auditUrl();
        token = new ClientCredentials(configuration.tokenUri(), configuration.clientId(), configuration.clientSecret(), "identity:report");
    }

    /** Tells who has which identifiers, again and again until it is taken over or a minute has gone by. */
    public void introduce(List<Identity> identities) throws InterruptedException {
        byte[] body = Json.MAPPER.writeValueAsBytes(identities);
        for (int tried = 1; ; tried++) {
            try {
                post("/api/v1/identities", "application/json", body);
                return;
            } catch (Away away) {
                if (tried == TRIES) {
                    throw new IllegalStateException("Innsyn did not take over the customers' identifiers: " + away.getMessage(), away);
                }
                Thread.sleep(1_000);
            }
        }
    }

    private void post(String path, String contentType, byte[] body) throws Away, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(LONGEST_ANSWER)
                    .header("Authorization", "Bearer " + token.token())
                    .header("Content-Type", contentType)
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                token.refused();
            }
            if (answer.statusCode() != 200) {
                throw new Away(path + " answered " + answer.statusCode(), null);
            }
        } catch (IOException problem) {
            throw new Away(path + " does not answer", problem);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
