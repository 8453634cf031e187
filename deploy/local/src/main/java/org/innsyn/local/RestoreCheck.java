package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code restore-check [SYSTEM] [--yes]}: whom a restored backup of a company system brought back, and erasing them again. */
final class RestoreCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final HousePorts ports;
    private final Tokens tokens;

    RestoreCheck(HousePorts ports, Tokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    void run(List<String> arguments) throws InterruptedException {
        var rest = new ArrayList<>(arguments);
        boolean carryOut = rest.remove("--yes");
        if (rest.size() > 1 || rest.stream().anyMatch(word -> word.startsWith("-"))) {
            throw new Refusal(ExitCode.WRONG_USE, "Say which system was restored, or none for all: ./innsyn restore-check [SYSTEM] [--yes]");
        }
        var command = new java.util.HashMap<String, Object>(Map.of("carryOut", carryOut));
        if (!rest.isEmpty()) {
            command.put("system", rest.getFirst());
        }
        JsonNode check = ask("POST", "", StateFile.JSON.writeValueAsString(command));
        while (check.get("open").asLong() > 0) {
            Thread.sleep(BETWEEN);
            check = ask("GET", "/" + check.get("id").asString(), null);
        }
        tell(check, carryOut);
    }

    private static void tell(JsonNode check, boolean carryOut) {
        for (JsonNode line : check.get("lines")) {
            System.out.printf("%s in %s: %,d records %s%n", line.get("reference").asString(), line.get("system").asString(), line.get("found").asLong(),
                    switch (line.get("state").asString()) {
                        case "erased" -> "were back and are erased again; the request's history has the receipt";
                        case "back" -> "are back";
                        default -> "could not be looked at or erased. " + line.get("problem").asString();
                    });
        }
        System.out.printf("%,d erasures are as they were left, %,d had come back and are done again, %,d are back, %,d could not be told.%n",
                check.get("clean").asLong(), check.get("erased").asLong(), check.get("back").asLong(), check.get("failed").asLong());
        if (check.get("back").asLong() > 0 && !carryOut) {
            System.out.println("Nothing was changed. ./innsyn restore-check --yes erases them again. Somebody who became a customer anew under the same account"
                    + " is back of their own will: mail, contacts, calendars and webhooks cannot tell. Look first.");
        }
        if (check.get("failed").asLong() > 0) {
            throw new Refusal(ExitCode.FAILED, "Not every erasure could be checked. What could be done is done; run it again.");
        }
    }

    private JsonNode ask(String method, String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(HousePorts.url(ports.dsr()) + "/api/v1/admin/restore-checks" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of("operator"))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> StateFile.JSON.readTree(answer.body());
                case 404 -> throw new Refusal(ExitCode.WRONG_USE, "No system of that name is connected. Nothing was checked.");
                default -> throw new Refusal(ExitCode.FAILED, "The check gave an error (" + answer.statusCode()
                        + "). It can be run again. ./innsyn logs dsr-service says more.");
            };
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The dsr-service does not answer. ./innsyn status shows what runs.");
        }
    }
}
