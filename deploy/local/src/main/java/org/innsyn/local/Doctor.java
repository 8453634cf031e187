package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.innsyn.local.HouseState.Part;
import org.innsyn.local.HouseState.Phase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: looks whether every part runs, mail servers too where they were wanted, has the audit-service compare what it keeps in several places, and says what is wrong. */
final class Doctor {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final StateFile house;
    private final HousePorts ports;
    private final Tokens tokens;

    Doctor(StateFile house, HousePorts ports, Tokens tokens) {
        this.house = house;
        this.ports = ports;
        this.tokens = tokens;
    }

    void run() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(HousePorts.url(ports.audit()) + "/api/v1/admin/doctor"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of("operator"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refusal(ExitCode.FAILED, "The audit-service could not be examined (" + answer.statusCode()
                        + "). ./innsyn logs audit-service says more.");
            }
            tell(JsonMapper.builder().build().readTree(answer.body()));
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The audit-service does not answer. ./innsyn status shows what runs.");
        }
    }

    /** @return whether all of them run */
    private boolean tellParts() {
        boolean well = true;
        for (Part part : house.requireRunning().parts()) {
            boolean runs = part.state() == Phase.RUNNING;
            System.out.printf("  %-6s %s%n", runs ? "good" : "WRONG", part.name() + " runs");
            if (!runs) {
                well = false;
                System.out.printf("         It is %s. Its log is %s%n", part.state().name().toLowerCase(Locale.ROOT), part.log());
            }
        }
        return well;
    }

    private void tell(JsonNode findings) {
        boolean well = tellParts();
        for (JsonNode finding : findings) {
            long wrong = finding.get("wrong").asLong();
            System.out.printf("  %-6s %s%n", wrong == 0 ? "good" : "WRONG", finding.get("check").asString());
            if (wrong != 0) {
                well = false;
                System.out.printf("         %,d times. %s%n", wrong, finding.get("meaning").asString());
            }
        }
        if (!well) {
            throw new Refusal(ExitCode.FAILED, "Something is wrong; see above. Nothing was changed.");
        }
        System.out.println("All is well.");
    }
}
