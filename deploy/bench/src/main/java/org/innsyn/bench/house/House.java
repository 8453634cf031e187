package org.innsyn.bench.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.innsyn.bench.measure.Progress;
import org.innsyn.engines.EnginePorts;
import org.innsyn.engines.Engines;
import org.innsyn.engines.EnginesConfiguration;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;

/** Real engines over a scratch folder, and room beside them for services and others to be measured. */
public final class House implements AutoCloseable {

    /** As many as the local house has. */
    static final int PARTITIONS = 4;

    private final Workplace place;
    private final Scratch scratch;
    private final Engines engines;
    private final Elasticsearch elasticsearch;
    private final SignIn signIn = new SignIn();
    private final List<AuditService> services = new ArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();

    private House(Workplace place, Scratch scratch, Engines engines) {
        this.place = place;
        this.scratch = scratch;
        this.engines = engines;
        this.elasticsearch = new Elasticsearch(engines.elasticsearch().url());
    }

    /** Starts PostgreSQL, Kafka and Elasticsearch, empty; refuses to measure a PostgreSQL that does not wait for its disk. */
    public static House open(Workplace place) throws Exception {
        var scratch = Scratch.below(place.scratch());
        var binaries = place.checkout().resolve("deploy/engines/starter/target/postgresql");
        var engines = Engines.start(new EnginesConfiguration(scratch.folder("engines"), place.checkout(), binaries, EnginePorts.free()), exit -> {});
        var house = new House(place, scratch, engines);
        Durability.require(house.admin());
        topics(engines, List.of(AccessEvent.TOPIC, AccessEvent.REJECTED_TOPIC, Task.TOPIC, TaskResult.TOPIC));
        return house;
    }

    public Workplace place() {
        return place;
    }

    public Progress progress() {
        return place.progress();
    }

    public Engines engines() {
        return engines;
    }

    public Elasticsearch elasticsearch() {
        return elasticsearch;
    }

    /** How many entries all services of this house have recorded; they share one index. */
    long entries() {
        return services.stream().mapToLong(AuditService::entries).sum();
    }

    public SignIn signIn() {
        return signIn;
    }

    /** Makes topics with as many partitions as the house's own. */
    public void topics(List<String> names) throws Exception {
        topics(engines, names);
    }

    private static void topics(Engines engines, List<String> names) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", engines.kafka().bootstrapServers()))) {
            admin.createTopics(names.stream().map(topic -> new NewTopic(topic, PARTITIONS, (short) 1)).toList()).all().get();
        }
    }

    public Path folder(String name) {
        return scratch.folder(name);
    }

    /** A new, empty database with an owner of its own. */
    public Database database(String name) {
        var admin = admin();
        var password = UUID.randomUUID().toString();
        admin.run("create role \"%s\" login password '%s'".formatted(name, password));
        admin.run("create database \"%s\" owner \"%s\"".formatted(name, name));
        return new Database(engines.postgres().jdbcUrl(name), name, password);
    }

    /** The superuser's view of PostgreSQL. */
    public Database admin() {
        return new Database(engines.postgres().jdbcUrl("postgres"), engines.postgres().adminUser(), engines.postgres().adminPassword());
    }

    /** The real audit-service, over an empty database of its own. */
    public AuditService auditService(String name) throws Exception {
        return auditService(name, Optional.empty());
    }

    /** The same with classes that take the place of its own; for measuring what those cost. */
    public AuditService auditService(String name, Optional<Path> classesBefore) throws Exception {
        return auditService(name, classesBefore, List.of());
    }

    /** The same with settings as they stand on its command line, after those that every measured one has. */
    public AuditService auditService(String name, List<String> settings) throws Exception {
        return auditService(name, Optional.empty(), settings);
    }

    private AuditService auditService(String name, Optional<Path> classesBefore, List<String> settings) throws Exception {
        var service = AuditService.start(this, name, classesBefore, settings);
        running.add(service);
        services.add(service);
        return service;
    }

    /** A second process beside {@code first}, over the same database, keys and topics. */
    public AuditService beside(AuditService first, String name, List<String> settings) throws Exception {
        var service = first.beside(name, settings);
        running.add(service);
        return service;
    }

    /** Another program that is measured beside it: answers {@code /health} and takes batches where the service does. */
    public Peer peer(String kind) throws Exception {
        var peer = Peer.start(this, kind);
        running.add(peer);
        return peer;
    }

    /** Stops everything and deletes what was written. */
    @Override
    public void close() throws Exception {
        for (var each : running.reversed()) {
            each.close();
        }
        elasticsearch.close();
        engines.close();
        signIn.close();
        scratch.close();
    }
}
