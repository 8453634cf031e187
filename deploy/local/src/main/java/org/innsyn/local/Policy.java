package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code policy show|import|export|replay|unused}: the access control table and the staff directory of the running audit-service. */
final class Policy {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String STAFF_HEADER = "staff,";

    private final HousePorts ports;
    private final Tokens tokens;

    Policy(HousePorts ports, Tokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    void run(List<String> arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(arguments);
        String from = option(words, "--from");
        String to = option(words, "--to");
        String what = words.isEmpty() ? "" : words.removeFirst();
        switch (what + " " + words.size()) {
            case "show 0" -> show(ask("operator", "GET", "", null));
            case "import 1" -> publish(read(words.getFirst()), from);
            case "export 0" -> export("table");
            case "export 1" -> export(words.getFirst());
            case "replay 1" -> replay(ask("operator", "POST", "/replay", Map.of("csv", read(words.getFirst()), "period", period(from, to))));
            case "unused 0" -> unused(ask("operator", "POST", "/unused", period(from, to)));
            default -> throw new Refusal(ExitCode.WRONG_USE, """
                    policy show                                 which tables were published, and which is in force
                    policy import FILE [--from INSTANT]         publish a table, or the staff directory
                    policy export [table|staff|NUMBER]          the table in force, the staff, or an earlier table, as CSV
                    policy replay FILE [--from T] [--to T]      what another table would have said of what was recorded
                    policy unused [--from T] [--to T]           grants nobody needed
                    Instants look like 2026-03-01T00:00:00+01:00.""");
        }
    }

    private void publish(String csv, @Nullable String validFrom) throws InterruptedException {
        boolean staff = csv.lines().anyMatch(line -> line.strip().startsWith(STAFF_HEADER));
        Map<String, Object> body = new LinkedHashMap<>(Map.of("csv", csv));
        if (validFrom != null) {
            if (staff) {
                throw new Refusal(ExitCode.WRONG_USE, "A staff directory says itself from when each line holds; leave --from out. Nothing was published.");
            }
            body.put("validFrom", validFrom);
        }
        show(ask("operator", "POST", staff ? "/staff" : "/tables", body));
    }

    /** Files that name staff are for the controller, not for whoever runs the machines. */
    private void export(String what) throws InterruptedException {
        String path;
        if (what.equals("staff")) {
            path = "/staff";
        } else {
            JsonNode inForce = ask("operator", "GET", "", null).get("inForce");
            if (what.equals("table") && inForce == null) {
                throw new Refusal(ExitCode.FAILED, "No table is in force.");
            }
            path = "/tables/" + (what.equals("table") ? inForce.asString() : what);
        }
        if (!path.matches("/staff|/tables/[0-9]{1,9}")) {
            throw new Refusal(ExitCode.WRONG_USE, "policy export knows table, staff and the number of a table.");
        }
        System.out.print(ask("controller", "GET", path, null).get("csv").asString());
    }

    private static void show(JsonNode policy) {
        JsonNode inForce = policy.get("inForce");
        for (JsonNode version : policy.get("versions")) {
            boolean current = inForce != null && version.get("number").asInt() == inForce.asInt();
            System.out.printf("  table %d  %s  %,d grants, from %s%s%n", version.get("number").asInt(), version.get("name").asString(),
                    version.get("grants").asInt(), version.get("validFrom").asString(), current ? "  (in force)" : "");
        }
        if (inForce == null) {
            System.out.println("  No table is in force: every access is outside policy.");
        }
        System.out.printf("  staff directory, revision %d: %,d people, %,d with a place in the company now%n",
                policy.get("directoryRevision").asInt(), policy.get("staff").asInt(), policy.get("assigned").asInt());
    }

    private static void replay(JsonNode told) {
        System.out.printf("%,d entries judged again: %,d keep their verdict, %,d could not be judged.%n",
                told.get("judged").asLong(), told.get("unchanged").asLong(), told.get("notJudged").asLong());
        for (JsonNode change : told.get("changes")) {
            System.out.printf("  %,8d  %s  %s by %s for %s%n", change.get("entries").asLong(), change.get("allowed").asBoolean() ? "would be allowed   " : "would be outside   ",
                    change.get("object").asString(), change.has("unit") ? change.get("unit").asString() : "(no unit)", change.get("purpose").asString());
        }
        if (told.get("further").asLong() > 0) {
            System.out.printf("  %,8d  more, not told apart%n", told.get("further").asLong());
        }
        System.out.println("Nothing was published, and no verdict was changed.");
    }

    private static void unused(JsonNode told) {
        System.out.printf("%,d entries looked at.%n", told.get("entries").asLong());
        for (JsonNode grant : told.get("grants")) {
            System.out.printf("  table %d  %s  %s  role %s  task %s%n", grant.get("table").asInt(), grant.get("object").asString(),
                    grant.get("persons").asString(), grant.get("role").asString(), grant.get("task").asString());
        }
        System.out.println(told.get("grants").isEmpty() ? "Every grant was needed." : "Nobody needed these grants.");
    }

    private static Map<String, String> period(@Nullable String from, @Nullable String to) {
        Map<String, String> period = new LinkedHashMap<>();
        if (from != null) {
            period.put("from", from);
        }
        if (to != null) {
            period.put("to", to);
        }
        return period;
    }

    private static @Nullable String option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return null;
        }
        words.remove(at);
        try {
            return OffsetDateTime.parse(at < words.size() ? words.remove(at) : "").toInstant().toString();
        } catch (DateTimeException e) {
            throw new Refusal(ExitCode.WRONG_USE, name + " needs an instant like 2026-03-01T00:00:00+01:00.");
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException problem) {
            throw new Refusal(ExitCode.WRONG_USE, file + " cannot be read as text (UTF-8). Nothing was published.");
        }
    }

    private JsonNode ask(String who, String method, String path, @Nullable Object body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(HousePorts.url(ports.audit()) + "/api/v1/policy" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of(who))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(StateFile.JSON.writeValueAsString(body)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw refused(answer);
            }
            return StateFile.JSON.readTree(answer.body());
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The audit-service does not answer. ./innsyn status shows what runs.");
        }
    }

    /** What the service says is meant for people. */
    private static Refusal refused(HttpResponse<String> answer) {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            JsonNode problem = StateFile.JSON.readTree(answer.body());
            return new Refusal(ExitCode.FAILED, problem.get("title").asString() + ": " + problem.get("detail").asString());
        }
        return new Refusal(ExitCode.FAILED, "The audit-service answered " + answer.statusCode() + ". ./innsyn logs audit-service says more.");
    }
}
