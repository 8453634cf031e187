package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code keys status} and {@code keys rotate}: how keys stand, and a new epoch for all services. {@code keys rotate-index}: new keys to find
 * people and staff by. {@code keys rotate-repeats}: the same for repeated reports. {@code keys rotate-accounts}: the same for requests.
 * {@code keys log} and {@code keys rotate-log}: the keys that sign the transparency log; {@code keys reports} and {@code keys rotate-reports}:
 * those that sign audit reports; {@code keys copies} and {@code keys rotate-copies}: those that sign people's copies.
 */
final class Keys {

    private static final String AUDIT = "audit-service";
    private static final String REQUESTS = "dsr-service";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HousePorts ports;
    private final Tokens tokens;

    Keys(HousePorts ports, Tokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    void run(List<String> what) throws InterruptedException {
        if (what.equals(List.of("status"))) {
            each("GET", "");
            index("GET", "");
            accounts("GET", "");
        } else if (what.equals(List.of("rotate"))) {
            each("POST", "/rotate");
        } else if (what.equals(List.of("rotate-index"))) {
            index("POST", "/rotate");
        } else if (what.equals(List.of("rotate-repeats"))) {
            index("POST", "/rotate-repeats");
        } else if (what.equals(List.of("rotate-accounts"))) {
            accounts("POST", "/rotate");
        } else if (what.equals(List.of("reports"))) {
            tellSigning("report", ask(AUDIT, ports.audit(), "GET", "report-keys", tokens.of("operator")));
        } else if (what.equals(List.of("rotate-reports"))) {
            tellSigning("report", ask(AUDIT, ports.audit(), "POST", "report-keys/rotate", tokens.of("operator")));
        } else if (what.equals(List.of("copies"))) {
            tellSigning("copy", ask(REQUESTS, ports.dsr(), "GET", "copy-keys", tokens.of("operator")));
        } else if (what.equals(List.of("rotate-copies"))) {
            tellSigning("copy", ask(REQUESTS, ports.dsr(), "POST", "copy-keys/rotate", tokens.of("operator")));
        } else if (what.equals(List.of("log"))) {
            tellLog(ask(AUDIT, ports.audit(), "GET", "log-keys", tokens.of("operator")));
        } else if (what.equals(List.of("rotate-log")) || what.size() == 3 && what.subList(0, 2).equals(List.of("rotate-log", "--overlap-days"))) {
            String overlap = what.size() == 3 ? "?overlap=P" + days(what.get(2)) + "D" : "";
            tellLog(ask(AUDIT, ports.audit(), "POST", "log-keys/rotate" + overlap, tokens.of("operator")));
        } else {
            throw new Refusal(ExitCode.WRONG_USE,
                    "Keys can be looked at and rotated: ./innsyn keys status, rotate, rotate-index, rotate-repeats, rotate-accounts, log, "
                            + "rotate-log [--overlap-days N], reports, rotate-reports, copies, rotate-copies");
        }
    }

    private static String days(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new Refusal(ExitCode.WRONG_USE, "--overlap-days needs a number of days. No key was changed.");
        }
        return text;
    }

    private static void tellLog(JsonNode keys) {
        keys.forEach(key -> System.out.printf("log key %d since %s, %s%n  %s%n", key.get("number").asInt(), key.get("openedAt").asString(),
                key.has("signsUntil") ? "signs until " + key.get("signsUntil").asString() : "signs until another follows", key.get("verifierKey").asString()));
    }

    private static void tellSigning(String what, JsonNode keys) {
        keys.forEach(key -> System.out.printf("%s key %d since %s, %s%n  %s%n", what, key.get("number").asInt(), key.get("openedAt").asString(),
                key.has("retiredAt") ? "retired at " + key.get("retiredAt").asString() : "signs now", key.get("verifierKey").asString()));
    }

    private void each(String method, String path) throws InterruptedException {
        Map<String, Integer> services = new LinkedHashMap<>();
        services.put(AUDIT, ports.audit());
        services.put(REQUESTS, ports.dsr());
        services.put(REQUESTS, ports.dsr());
        String token = tokens.of("operator");
        for (var service : services.entrySet()) {
            tell(service.getKey(), ask(service.getKey(), service.getValue(), method, "keys" + path, token));
        }
    }

    /** The keys people, staff and repeated reports are found by; only the audit-service has them. */
    private void index(String method, String path) throws InterruptedException {
        for (JsonNode keys : ask(AUDIT, ports.audit(), method, "hash-keys" + path, tokens.of("operator"))) {
            tellHashes(AUDIT, keys, "hashes the vault cannot tell, or not yet");
        }
    }

    /** The key requests are found by. */
    private void accounts(String method, String path) throws InterruptedException {
        tellHashes(REQUESTS, ask(REQUESTS, ports.dsr(), method, "account-keys" + path, tokens.of("operator")), "commands that may be sent again");
    }

    private static void tellHashes(String service, JsonNode keys, String what) {
        System.out.printf("%s, %s: key %d%n", service, keys.get("name").asString(), keys.get("current").asInt());
        for (JsonNode retired : keys.get("retired")) {
            System.out.printf("  key %d is still tried: %,d %s%n", retired.get("number").asInt(), retired.get("rows").asLong(), what);
        }
    }

    private static JsonNode ask(String service, int port, String method, String path, String token) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(HousePorts.url(port) + "/api/v1/admin/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refusal(ExitCode.FAILED, "The keys of the " + service + " gave an error (" + answer.statusCode()
                        + "). Everything that could be read still can; a rotation that was interrupted is finished by the next. ./innsyn logs "
                        + service + " says more.");
            }
            return StateFile.JSON.readTree(answer.body());
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The " + service + " does not answer. ./innsyn status shows what runs.");
        }
    }

    private static void tell(String service, JsonNode keys) {
        System.out.printf("%s, keys in: %s%n", service, keys.get("store").asString());
        if (!keys.has("epoch")) {
            System.out.println("  no key was made yet");
            return;
        }
        System.out.printf("  epoch %s since %s%n", keys.get("epoch").asString(), keys.get("openedAt").asString());
        System.out.printf("  %,d keys can be used, %,d are destroyed%n", keys.get("live").asLong(), keys.get("destroyed").asLong());
        System.out.printf("  what was destroyed before %s is beyond recovery from backups%n", keys.get("beyondRecoveryBefore").asString());
        if (keys.get("closing").asLong() > 0) {
            System.out.printf("  %d rotations are not finished; ./innsyn keys rotate finishes them%n", keys.get("closing").asLong());
        }
    }
}
