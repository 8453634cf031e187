package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the engines themselves still hold of one ledger, asked past our own services. */
final class LedgerTraces {

    private static final Map<String, String> QUESTIONS = Map.of(
            "details in the vault", "select count(*) from audit.entry_detail where ledger_id = ?::uuid",
            "keys in the vault", "select count(*) from audit.vault_key where owner_id = ?::uuid and wrapped is not null",
            "events", "select count(*) from audit.domain_event where aggregate_id = ? and payload_type like '%AccessRecorded%'",
            "identifiers that lead there",
                    "select count(*) from audit.blind_index where ledger_id = ?::uuid and not suppressed");

    private final Installation house;
    private final HttpClient http = HttpClient.newHttpClient();

    LedgerTraces(Installation house) {
        this.house = house;
    }

    /** Each place with how much of the ledger it holds. */
    Map<String, Long> of(String ledger) throws SQLException, IOException, InterruptedException {
        var traces = new LinkedHashMap<String, Long>();
        String password = Files.readString(house.home().resolve("engines/postgresql/admin-password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + house.ports().engines().postgres() + "/innsyn";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            for (var question : QUESTIONS.entrySet()) {
                traces.put(question.getKey(), count(connection, question.getValue(), ledger));
            }
        }
        traces.put("index documents", indexed(ledger));
        return traces;
    }

    private static long count(Connection connection, String sql, String ledger) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ledger);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private long indexed(String ledger) throws IOException, InterruptedException {
        var address = URI.create(
                "http://127.0.0.1:" + house.ports().engines().elasticsearch() + "/innsyn-access-log/_count");
        var question = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\": {\"term\": {\"ledger\": \"" + ledger + "\"}}}"))
                .build();
        return StateFile.JSON.readTree(http.send(question, BodyHandlers.ofString()).body()).get("count").asLong();
    }
}
