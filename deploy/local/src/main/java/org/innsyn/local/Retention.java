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
import tools.jackson.databind.JsonNode;

/** {@code retention status} and {@code retention run}: how long the access log is kept, what ended, and a look at once. */
final class Retention {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HousePorts ports;
    private final Tokens tokens;

    Retention(HousePorts ports, Tokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    void run(List<String> what) throws InterruptedException {
        if (what.equals(List.of("status"))) {
            tell(ask("GET", ""));
        } else if (what.equals(List.of("run"))) {
            tell(ask("POST", "/run"));
        } else {
            throw new Refusal(ExitCode.WRONG_USE, "Retention can be looked at and run: ./innsyn retention status, ./innsyn retention run");
        }
    }

    private JsonNode ask(String method, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(HousePorts.url(ports.audit()) + "/api/v1/admin/retention" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of("operator"))
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refusal(ExitCode.FAILED, "Retention gave an error (" + answer.statusCode()
                        + "). What had ended by then has; the next look goes on. ./innsyn logs audit-service says more.");
            }
            return StateFile.JSON.readTree(answer.body());
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The audit-service does not answer. ./innsyn status shows what runs.");
        }
    }

    private static void tell(JsonNode status) {
        System.out.printf("rule %s: %s after the end of the calendar year%n  %s%n", status.get("rule").asString(), status.get("period").asString(),
                status.get("citation").asString());
        System.out.printf("what was recorded before %s has ended%n", status.get("keptFrom").asString());
        for (JsonNode run : status.get("runs")) {
            System.out.printf("  %s: %,d entries of %,d logs ended, %,d staff, %,d findings; %,d wait%n", run.get("endedAt").asString(), run.get("entries").asLong(),
                    run.get("ledgers").asLong(), run.get("staff").asLong(), run.get("findings").asLong(), run.get("heldBack").asLong());
        }
    }
}
