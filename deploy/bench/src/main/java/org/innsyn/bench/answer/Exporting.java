package org.innsyn.bench.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import tools.jackson.databind.json.JsonMapper;

/** The service's own writer in a JVM of its own. */
final class Exporting implements Contender {

    static final String RATE = "entries/s";
    static final String HEAP = "MB of heap";

    private final House house;
    private final AuditService service;
    private final UUID ledger;
    private final long entries;
    private final Path folder;
    private final Path file;

    Exporting(House house, AuditService service, int person, long entries) {
        this.house = house;
        this.service = service;
        this.entries = entries;
        this.folder = house.folder("export-" + person);
        this.file = folder.resolve("copy.zip");
        var found = JsonMapper.shared().readTree(service.post("/api/v1/ledgers/find", house.signIn().machine("ledger:read"),
                JsonMapper.shared().writeValueAsString(Map.of("account", Population.account(person)))));
        this.ledger = UUID.fromString(found.get("ledger").asString());
        ContentsDiffer.unlessEqual("export", "how many entries the person has", entries, found.get("number").asLong());
    }

    UUID ledger() {
        return ledger;
    }

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        var said = said();
        var figures = new LinkedHashMap<String, Double>();
        figures.put(RATE, entries / said.get("seconds").asDouble());
        figures.put(HEAP, said.get("heapBytes").asLong() / 1e6);
        return figures;
    }

    /** What was alive in the heap at most, of one copy. */
    long heapOf() throws Exception {
        return said().get("heapBytes").asLong();
    }

    private tools.jackson.databind.JsonNode said() throws Exception {
        Files.deleteIfExists(file);
        awaitPublished();
        return Program.run(house.place(), folder, "256m", Map.of("BENCH_TOKEN", house.signIn().machine("ledger:read")), List.of(
                "org.innsyn.bench.requests.Export", service.address("/").toString().replaceAll("/$", ""), ledger.toString(), String.valueOf(entries), file.toString(),
                folder.resolve("scratch").toString()));
    }

    /** A statement of completeness and proofs need a published tree of heads and a checkpoint; waiting for those is no part of exporting. */
    private void awaitPublished() throws InterruptedException {
        var token = house.signIn().machine("ledger:read");
        for (int tries = 0; ; tries++) {
            try {
                service.get("/api/v1/ledgers/" + ledger + "/completeness?atLeast=" + entries, token);
                service.get("/api/v1/ledgers/" + ledger + "/proofs?after=" + (entries - 1) + "&upTo=" + entries + "&size=1", token);
                return;
            } catch (IllegalStateException notYet) {
                if (tries > 600) {
                    throw notYet;
                }
                Thread.sleep(500);
            }
        }
    }

    @Override
    public void check(int round) throws Exception {
        try (var zip = new ZipFile(file.toFile())) {
            for (var name : List.of("access-log.jsonl", "access-log-proofs.jsonl")) {
                try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(zip.getInputStream(zip.getEntry(name)), java.nio.charset.StandardCharsets.UTF_8)).lines()) {
                    ContentsDiffer.unlessEqual(name(), "the lines of " + name, entries, lines.count());
                }
            }
        }
    }
}
