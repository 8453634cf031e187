package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.innsyn.local.Installation.Acknowledged;
import tools.jackson.databind.JsonNode;

/** What an installation's audit-service was told and shows. */
final class AccessLog {

    private final Installation house;
    private final HttpClient http = HttpClient.newHttpClient();

    AccessLog(Installation house) {
        this.house = house;
    }

    HttpResponse<String> post(String path, String contentType, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(HousePorts.url(house.ports().audit()) + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** What is answered to a question that has to succeed. */
    JsonNode answered(String path, String token, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, "application/json", token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StateFile.JSON.readTree(answer.body());
    }

    /** How many entries the data protection officer finds from that source. */
    long entriesFrom(String source) throws IOException, InterruptedException {
        String query = "{\"sources\": [\"" + source + "\"], \"size\": 1}";
        return answered("/api/v1/access-log/search", house.token("dpo"), query).get("total").asLong();
    }

    /** How many different events of that source are recorded. */
    long eventsFrom(String source) throws IOException, SQLException {
        String password = Files.readString(house.home().resolve("engines/postgresql/admin-password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + house.ports().engines().postgres() + "/innsyn";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from audit.reported_event where source = '" + source + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Everything acknowledged is there, nothing twice: as many events as different ids, as many entries as people in them.
     */
    void holdsExactlyWhatWasAcknowledged() throws IOException, SQLException, InterruptedException {
        Set<String> seen = new HashSet<>();
        Map<String, Long> events = new HashMap<>();
        Map<String, Long> people = new HashMap<>();
        for (Acknowledged line : house.acknowledged()) {
            assertThat(line.answer()).isIn("recorded", "duplicate", "accepted");
            if (seen.add(line.id())) {
                events.merge(line.source(), 1L, Long::sum);
                people.merge(line.source(), (long) line.people(), Long::sum);
            }
        }
        assertThat(events).isNotEmpty();
        for (String source : events.keySet()) {
            Supplier<String> about = () -> "of " + source;
            assertThat(eventsFrom(source)).as("events %s", about.get()).isEqualTo(events.get(source));
            assertThat(entriesFrom(source)).as("entries %s", about.get()).isEqualTo(people.get(source));
        }
    }
}
