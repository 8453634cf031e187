package org.innsyn.audit.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.innsyn.engines.FreePorts;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service in a process of its own with a heap of its own, on a database and an index of its own. Dies when its heap is too small. */
public final class ServiceProcess implements AutoCloseable {

    private final Tokens tokens = new Tokens();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestDatabase database;
    private final int port = FreePorts.one();
    private final ProcessBuilder command;
    private final Path folder;
    private final Path log;
    private Process process;

    /** @param heap as {@code -Xmx} takes it */
    public ServiceProcess(String name, String heap) {
        database = TestEngines.database(name);
        try {
            folder = Files.createTempDirectory(name);
            log = folder.resolve("service.log");
            var table = Files.writeString(folder.resolve("table.csv"), """
                    object,persons,role,task,operations,purposes,justification
                    /customers,unit:support,*,case-work,read|search|update,support.case,optional
                    """);
            var staff = Files.writeString(folder.resolve("staff.csv"), "staff,unit,role,groups,from,to\nagent-17,support/tier-1,agent,,2020-01-01,\n");
            command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                    "-Duser.home=" + folder, "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), "org.innsyn.audit.AuditService",
                    "--server.port=" + port,
                    "--spring.datasource.url=" + database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=audit&reWriteBatchedInserts=true",
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password(),
                    "--innsyn.kafka.bootstrap-servers=127.0.0.1:1",
                    "--innsyn.elasticsearch.url=" + TestEngines.shared().elasticsearch().url(),
                    "--innsyn.elasticsearch.access-log-index=innsyn-" + name + "-access-log",
                    "--innsyn.keys.directory=" + folder.resolve("keys"),
                    "--innsyn.journal.directory=" + folder.resolve("journal"),
                    "--innsyn.reports.directory=" + folder.resolve("reports"),
                    "--innsyn.policy.table=" + table,
                    "--innsyn.policy.staff=" + staff,
                    "--innsyn.log.heads-every=1s",
                    "--innsyn.sign-in.issuer=" + tokens.issuer())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Again, over the same database and folders, after {@link #kill}. */
    public void start() {
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(180)).ignoreExceptions().failFast("the service ended, see " + log, () -> !process.isAlive()).until(() -> get("/actuator/health", "").statusCode() == 200);
    }

    /** With SIGKILL: no hook runs, nothing is handed back. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Where finished reports lie, sealed. */
    public Path reports() {
        return folder.resolve("reports");
    }

    public Tokens tokens() {
        return tokens;
    }

    /** The truth, to look at beside what the service says. */
    public JdbcTemplate database() {
        return new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    public HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(address(path)), token);
    }

    public HttpResponse<String> post(String path, String token, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(address(path)).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)), token);
    }

    /** What is answered to a POST without a body, as a file. */
    public HttpResponse<Path> download(String path, String token, Path to) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofFile(to));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) {
        if (!process.isAlive()) {
            throw new AssertionError("the service ended with " + process.exitValue() + ", see " + log);
        }
        try {
            return http.send((token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).timeout(Duration.ofSeconds(120)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
