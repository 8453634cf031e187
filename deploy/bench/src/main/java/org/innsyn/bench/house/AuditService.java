package org.innsyn.bench.house;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.innsyn.bench.load.Events;
import org.innsyn.engines.FreePorts;
import org.innsyn.schemas.access.AccessEventsApi;
import tools.jackson.databind.json.JsonMapper;

/** The real audit-service in a JVM of its own, spoken to over HTTP, and its database to look at beside what it says. */
public final class AuditService implements Endpoint, AutoCloseable {

    private static final Duration SETTLING_LIMIT = Duration.ofMinutes(30);
    private static final String TABLE = """
            object,persons,role,task,operations,purposes,justification
            /customers,unit:support,*,case-work,read|search|update,support.case,optional
            /customers/contact,unit:billing,*,invoicing,read,billing.invoice,optional
            /innsyn/access-log,unit:privacy,dpo,oversight,read|search,oversight.review,optional
            """;
    private static final String STAFF = "staff,unit,role,groups,from,to\n" + Events.actors().map(id -> id + ",support/tier-1,agent,,2020-01-01,\n").collect(joining());

    private final House house;
    private final String name;
    private final Database database;
    private final int port;
    private final Supplier<ChildJvm> start;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ChildJvm jvm;

    private AuditService(House house, String name, Database database, int port, Supplier<ChildJvm> start) {
        this.house = house;
        this.name = name;
        this.database = database;
        this.port = port;
        this.start = start;
        this.jvm = start.get();
    }

    static AuditService start(House house, String name, Optional<Path> classesBefore, List<String> settings) throws Exception {
        return start(house, name, house.database(name), house.folder(name), classesBefore, settings);
    }

    /** @param kept where keys and journal lie, which processes over one database share */
    private static AuditService start(House house, String name, Database database, Path kept, Optional<Path> classesBefore, List<String> settings) throws Exception {
        int port = FreePorts.one();
        var folder = house.folder(name);
        var table = Files.writeString(folder.resolve("access-control.csv"), TABLE);
        var staff = Files.writeString(folder.resolve("staff.csv"), STAFF);
        var options = new ArrayList<>(List.of("-Djava.io.tmpdir=" + folder, "-Duser.home=" + folder));
        house.place().profiles().ifPresent(to -> options.add("-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + to.resolve(name + ".jfr")));
        var classPath = classesBefore.map(first -> first + ":").orElse("") + house.place().classPaths().of("audit-service");
        var program = new ArrayList<>(List.of(
                "org.innsyn.audit.AuditService",
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url() + "?currentSchema=audit&reWriteBatchedInserts=true",
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--innsyn.kafka.bootstrap-servers=" + house.engines().kafka().bootstrapServers(),
                "--innsyn.elasticsearch.url=" + house.engines().elasticsearch().url(),
                "--innsyn.keys.directory=" + kept.resolve("keys"),
                "--innsyn.journal.directory=" + kept.resolve("journal"),
                "--innsyn.policy.table=" + table,
                "--innsyn.policy.staff=" + staff,
                "--innsyn.sign-in.issuer=" + house.signIn().issuer()));
        program.addAll(settings);
        var service = new AuditService(house, name, database, port, () -> ChildJvm.start(folder.resolve(name + ".log"), classPath, options, program));
        try {
            service.awaitReady();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** Another process over the same database, keys and journal, on a port of its own. */
    AuditService beside(String another, List<String> settings) throws Exception {
        return start(house, another, database, house.folder(name), Optional.empty(), settings);
    }

    /** Returns when it answers and finds its database. */
    public void awaitReady() throws InterruptedException {
        jvm.awaitReady(address("/actuator/health"));
    }

    /** The operating system's id of its process; empty while it does not run. */
    public Optional<Long> pid() {
        return jvm.pid();
    }

    /** Ends its process as a power cut would: no hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        jvm.kill();
    }

    /** Starts the process anew, over what the last one left, at the same address. Does nothing while one runs. */
    public void restart() throws InterruptedException {
        if (pid().isEmpty()) {
            jvm = start.get();
        }
        awaitReady();
    }

    @Override
    public String name() {
        return name;
    }

    public Database database() {
        return database;
    }

    @Override
    public URI reports() {
        return address("/api/v1/access-events");
    }

    @Override
    public String token(List<String> sources) {
        return house.signIn().reporter(sources);
    }

    @Override
    public String mediaType() {
        return AccessEventsApi.BATCH_MEDIA_TYPE;
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Who signs the tokens it takes. */
    public SignIn signIn() {
        return house.signIn();
    }

    /** A token for whoever runs it. */
    public String operator() {
        return house.signIn().machine("operator");
    }

    /** Posts JSON; returns the body of a 200 and throws on anything else. */
    public String post(String path, String token, String json) {
        return send(path, HttpRequest.newBuilder(address(path)).timeout(Duration.ofMinutes(10)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build());
    }

    /** Returns the body of a 200 and throws on anything else. */
    public String get(String path, String token) {
        return send(path, HttpRequest.newBuilder(address(path)).timeout(Duration.ofMinutes(5)).header("Authorization", "Bearer " + token).build());
    }

    private String send(String path, HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(path + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What its process has used of the processors until now. */
    public Duration cpuTime() {
        return jvm.cpuTime();
    }

    /** How many entries are recorded. */
    public long entries() {
        return database.number("select count(*) from domain_event where payload_type = 'ledger.AccessRecorded'");
    }

    /** Waits until everything recorded has its leaf and its document: what follows a recording must not be paid for by the next contender. */
    public void settle() throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING_LIMIT.toNanos();
        long entries = entries();
        while (database.number("select size from log_state") < entries || documents() < house.entries()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the log or the index of " + name + " did not catch up in " + SETTLING_LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(100);
        }
    }

    private long documents() {
        var elasticsearch = house.elasticsearch();
        elasticsearch.post("/innsyn-access-log/_refresh", "");
        return JsonMapper.shared().readTree(elasticsearch.post("/innsyn-access-log/_count", "")).get("count").asLong();
    }

    @Override
    public void close() {
        jvm.close();
        http.close();
    }
}
