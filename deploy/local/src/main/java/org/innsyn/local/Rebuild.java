package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** {@code rebuild accesslog}: has the audit-service make its search index anew from what is recorded. */
final class Rebuild {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HousePorts ports;
    private final Tokens tokens;

    Rebuild(HousePorts ports, Tokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    void run(List<String> what) throws InterruptedException {
        if (!what.equals(List.of("accesslog"))) {
            throw new Refusal(ExitCode.WRONG_USE, "Only the access log can be rebuilt: ./innsyn rebuild accesslog");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(HousePorts.url(ports.audit()) + "/api/v1/admin/accesslog/rebuild"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of("operator"))
                .POST(BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Refusal(ExitCode.FAILED, "The access log was not rebuilt (" + answer.statusCode()
                        + "). The old one is still in use. ./innsyn logs audit-service says more.");
            }
            System.out.println(answer.body().isBlank() ? "The access log is rebuilt." : answer.body());
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The audit-service does not answer. ./innsyn status shows what runs.");
        }
    }
}
