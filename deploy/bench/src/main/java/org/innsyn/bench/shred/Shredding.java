package org.innsyn.bench.shred;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.index.IndexedDocuments;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.schemas.task.Task;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a log to be shredded as a decided request does, and looks from outside until it is refused everywhere, and until nothing is left. */
final class Shredding implements Contender {

    static final String REFUSED = "ms until refused";
    static final String GONE = "ms until gone";

    private static final long LIMIT_NANOS = 1_800_000_000_000L;

    private final House house;
    private final AuditService service;
    private final int entries;
    private final int index;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LongLog log;

    /** @param index distinguishes its people from those of others */
    Shredding(House house, AuditService service, int entries, int index) {
        this.house = house;
        this.service = service;
        this.entries = entries;
        this.index = index;
    }

    @Override
    public String name() {
        return "shred-" + entries;
    }

    /** Somebody whose log is shredded in this round; the same rows are what is deleted raw beside it. */
    void prepare(int round) throws Exception {
        log = LongLog.make(service, (round + 2) * 100 + index, entries);
    }

    LongLog log() {
        return log;
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, Task.Action.SHRED, log.ledger(), Instant.now());
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", house.engines().kafka().bootstrapServers()), new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(Task.TOPIC);
            long begun = System.nanoTime();
            producer.send(new ProducerRecord<>(Task.TOPIC, task.taskId().toString(), JsonMapper.shared().writeValueAsBytes(task))).get();
            var figures = new LinkedHashMap<String, Double>();
            figures.put(REFUSED, millisecondsUntil(begun, 2, this::isRefused));
            figures.put(GONE, millisecondsUntil(begun, 20, () -> documents() == 0 && rows() == 0));
            return figures;
        }
    }

    private static double millisecondsUntil(long begun, int lookEveryMillis, BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - begun > LIMIT_NANOS) {
                throw new IllegalStateException("a log was not shredded in half an hour");
            }
            LockSupport.parkNanos(lookEveryMillis * 1_000_000L);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Vault, then API, then portal: the dearest question is asked last. */
    private boolean isRefused() {
        return service.database().number("select count(*) from vault_key where owner_id = ? and wrapped is not null", log.ledger()) == 0
                && status("/api/v1/ledgers/" + log.ledger() + "/entries?after=0&upTo=1&size=1") == 404
                && JsonMapper.shared().readTree(service.post("/api/v1/access-log/mine", house.signIn().subject(log.account()), "{}")).get("entries").isEmpty();
    }

    private int status(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(service.address(path).toString())).header("Authorization", "Bearer " + house.signIn().machine("ledger:read")).build(),
                    BodyHandlers.discarding()).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(path + " did not answer", e);
        }
    }

    private long rows() {
        return service.database().number("select (select count(*) from (select 1 from entry_detail where ledger_id = ? limit 1) as d)"
                + " + (select count(*) from (select 1 from domain_event where aggregate_id = ? and payload_type = 'ledger.AccessRecorded' limit 1) as e)", log.ledger(), log.ledger().toString());
    }

    /** Those a search finds; a deletion counts once it can be seen. */
    private long documents() {
        return JsonMapper.shared().readTree(house.elasticsearch().post("/" + IndexedDocuments.ALIAS + "/_count?routing=" + log.ledger(), """
                {"query": {"term": {"ledger": "%s"}}}""".formatted(log.ledger()))).get("count").asLong();
    }

    /** Counted again, after everything was made visible; and one event says that there was a log. */
    @Override
    public void check(int round) {
        house.elasticsearch().post("/" + IndexedDocuments.ALIAS + "/_refresh", "");
        ContentsDiffer.unlessEqual(name(), "what is left of the log", 0L, rows() + documents());
        ContentsDiffer.unlessEqual(name(), "the number of its leaves, which stay", (long) entries, service.database().number("select count(*) from entry_leaf where ledger_id = ?", log.ledger()));
        ContentsDiffer.unlessEqual(name(), "the number of its last events", 1L,
                service.database().number("select count(*) from domain_event where aggregate_id = ? and payload_type = 'ledger.LedgerShredded'", log.ledger().toString()));
    }
}
