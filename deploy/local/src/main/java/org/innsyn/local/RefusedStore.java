package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** Whether a service that was started answers only that it does not serve. */
final class RefusedStore {

    private RefusedStore() {}

    /** @throws Refusal with the service's own words, when it does not serve */
    static void check(Service service) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(service.url() + "/log/checkpoint")).build(), BodyHandlers.ofString());
            if (answer.statusCode() == 503) {
                JsonNode problem = StateFile.JSON.readTree(answer.body());
                throw new Refusal(ExitCode.FAILED, problem.get("title").asString() + ". " + problem.get("detail").asString());
            }
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The " + service.name() + " does not answer. ./innsyn logs " + service.name() + " says more.");
        }
    }
}
