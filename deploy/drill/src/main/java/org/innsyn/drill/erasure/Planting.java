package org.innsyn.drill.erasure;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.load.Events;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.ledger.LedgerHead;
import org.innsyn.schemas.ledger.LedgersApi.LedgerQuery;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingQuery;
import org.innsyn.schemas.oversight.FindingsApi.Conclude;
import tools.jackson.databind.json.JsonMapper;

/** Everything of one person goes in, and is looked at, by the ways that applications and people have. */
final class Planting {

    private static final String SOURCE = "urn:drill:canaries";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Canaries canaries;
    private final String account;

    Planting(Canaries canaries) {
        this.canaries = canaries;
        this.account = canaries.of("account");
    }

    String account() {
        return account;
    }

    /** A report by Kafka in each compression, one that has to be rejected, and one that is no event at all. */
    void overKafka(String bootstrapServers) throws ExecutionException, InterruptedException {
        for (var compression : List.of("none", "gzip", "lz4", "zstd")) {
            try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "compression.type", compression), new StringSerializer(), new ByteArraySerializer())) {
                var report = Events.json(canaries.report("Kafka " + compression, SOURCE, account));
                producer.send(new ProducerRecord<>(AccessEvent.TOPIC, SOURCE, report)).get();
                producer.send(new ProducerRecord<>(AccessEvent.TOPIC, SOURCE, broken(canaries.report("Kafka rejected " + compression, SOURCE, account)))).get();
                producer.send(new ProducerRecord<>(AccessEvent.TOPIC, SOURCE, ("{\"data\": \"" + canaries.of("Kafka malformed " + compression)).getBytes(StandardCharsets.UTF_8))).get();
            }
        }
    }

    /** The same over HTTP, and what must be refused or recognised. */
    void overHttp(AuditService service) throws IOException, InterruptedException {
        var token = service.signIn().reporter(List.of(SOURCE));
        service.post("/api/v1/identities", token, JSON.writeValueAsString(List.of(canaries.identity(account))));
        var report = canaries.report("HTTP", SOURCE, account);
        expect(200, service, token, Events.json(List.of(report)));
        var conflicting = canaries.report("HTTP conflict", SOURCE, account);
        expect(200, service, token, Events.json(List.of(AccessEvent.of(SOURCE, report.id(), report.time(), conflicting.data()))));
        expect(200, service, token, ("[" + new String(broken(canaries.report("HTTP rejected", SOURCE, account)), StandardCharsets.UTF_8) + "]").getBytes(StandardCharsets.UTF_8));
        expect(400, service, token, ("[{\"data\": \"" + canaries.of("HTTP malformed")).getBytes(StandardCharsets.UTF_8));
        expect(200, service, token, ("[{\"" + canaries.of("HTTP field name") + "\": 1, \"data\": {\"" + canaries.of("HTTP inner field name") + "\": 1}}]").getBytes(StandardCharsets.UTF_8));
    }

    /** Something that belongs into the vault stands where only a code may stand. */
    private byte[] broken(AccessEvent event) {
        return new String(Events.json(event), StandardCharsets.UTF_8).replace("\"/customers/contact\"", "\"" + canaries.of(event.id() + " object") + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static void expect(int status, AuditService service, String token, byte[] body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(service.reports()).header("Authorization", "Bearer " + token).header("Content-Type", service.mediaType())
                    .POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalStateException("a report was answered " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** The ledger these are in. */
    UUID ledger(AuditService service) {
        return JSON.readValue(service.post("/api/v1/ledgers/find", service.signIn().machine("ledger:read"), JSON.writeValueAsString(new LedgerQuery(account))), LedgerHead.class).ledger();
    }

    /** The person, the officer and another service read it all: whatever keeps what it shows has it then. */
    void read(AuditService service, UUID ledger) {
        service.post("/api/v1/access-log/mine", service.signIn().subject(account), JSON.writeValueAsString(AccessLogQuery.all()));
        service.post("/api/v1/access-log/search", service.signIn().staff("dpo"), JSON.writeValueAsString(AccessLogQuery.all().withSubject(Identifier.account(account))));
        service.get("/api/v1/ledgers/" + ledger + "/entries?after=0&upTo=1&size=10", service.signIn().machine("ledger:read"));
        service.get("/api/v1/ledgers/" + ledger + "/proofs?after=0&upTo=1&size=10", service.signIn().machine("ledger:read"));
    }

    /** Concludes every open finding, in words: a log that one is about is not shredded. Returns how many there were. */
    int concludeFindings(AuditService service) {
        var officer = service.signIn().staff("dpo");
        var open = JSON.readValue(service.post("/api/v1/findings/search", officer, JSON.writeValueAsString(FindingQuery.open())), FindingPage.class).findings();
        for (var finding : open) {
            try {
                service.post("/api/v1/findings/" + finding.id() + "/conclude", officer, JSON.writeValueAsString(
                        new Conclude(finding.version(), Conclusion.LEGITIMATE, "agreed-with-unit", "the note is " + canaries.of("finding note " + finding.id()))));
            } catch (IllegalStateException itHasGrown) {
                // concluded on its newest version, the next time
            }
        }
        return open.size();
    }
}
