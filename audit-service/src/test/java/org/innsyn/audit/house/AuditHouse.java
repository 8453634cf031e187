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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.innsyn.audit.AuditService;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.ReportResult;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over its three real engines, started once for all tests of this JVM and spoken to over HTTP. */
public final class AuditHouse implements AutoCloseable {

    public static final String SOURCE = "urn:test:desk";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Tokens tokens = new Tokens();
    private final TestDatabase database;
    private final Path keys;
    private final Path journal;
    private final Path reports;
    private final Path table;
    private final Path staff;
    private final Path home;
    private final String name;
    private final String kafka;
    private final @Nullable Clock clock;
    private ConfigurableApplicationContext context;

    private AuditHouse(String name, String kafka, @Nullable Clock clock) {
        database = TestEngines.database(name);
        try {
            keys = Files.createTempDirectory("keys");
            journal = Files.createTempDirectory("journal");
            reports = Files.createTempDirectory("reports");
            home = Files.createTempDirectory("home");
            var table = Files.createTempFile("table", ".csv");
            Files.writeString(table, """
                    object,persons,role,task,operations,purposes,justification
                    /customers,unit:support,*,case-work,read|search|update,support.case,optional
                    /customers/contact,unit:billing,*,invoicing,read,billing.invoice,optional
                    /customers/mail,group:on-call,*,emergency,read,service.incident,required
                    /innsyn/access-log,unit:privacy,dpo,oversight,read|search,oversight.review,optional
                    /innsyn/access-log,*,regulator,oversight,search,oversight.review,optional
                    /innsyn/report,*,regulator,oversight,search|export,oversight.review,optional
                    /innsyn/report,unit:privacy,*,oversight,search|export,oversight.review,optional
                    """);
            var staff = Files.createTempFile("staff", ".csv");
            Files.writeString(staff, """
                    staff,unit,role,groups,from,to
                    agent-17,support/tier-1,agent,,2020-01-01,
                    agent-18,support/tier-1,agent,on-call,2020-01-01,
                    clerk-3,billing,clerk,,2020-01-01,2026-01-01
                    clerk-3,support/tier-1,agent,,2026-01-01,
                    user-dpo,privacy,dpo,,2020-01-01,
                    """);
            if (clock == null) {
                try (var admin = Admin.create(java.util.Map.of("bootstrap.servers", TestEngines.shared().kafka().bootstrapServers()))) {
                    admin.createTopics(List.of(AccessEvent.TOPIC, AccessEvent.REJECTED_TOPIC, Task.TOPIC, TaskResult.TOPIC).stream()
                            .map(topic -> new NewTopic(topic, 2, (short) 1)).toList()).all().get();
                }
            }
            this.name = name;
            this.table = table;
            this.staff = staff;
            this.kafka = kafka;
            this.clock = clock;
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** On a thread without a test framework on its stack: libraries that look for one must behave as they do in production. */
    private void start() throws Exception {
        System.setProperty("user.home", home.toString());
        context = CompletableFuture.supplyAsync(() -> clock == null ? AuditService.start(arguments()) : at(clock).run(arguments()), task -> new Thread(task, "audit-service").start()).get();
    }

    private static SpringApplicationBuilder at(Clock clock) {
        return new SpringApplicationBuilder(AuditService.class).initializers(context ->
                ((GenericApplicationContext) context).registerBean("movedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    }

    /** What the service is told at its start. */
    public String[] arguments() {
        return new String[] {
                "--server.port=0",
                // At the very end the engines stop beside it: closed then, it would wait half a minute for a Kafka that is gone.
                "--spring.main.register-shutdown-hook=false",
                "--spring.datasource.url=" + database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=audit&reWriteBatchedInserts=true",
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--innsyn.kafka.bootstrap-servers=" + kafka,
                "--innsyn.elasticsearch.url=" + TestEngines.shared().elasticsearch().url(),
                "--innsyn.elasticsearch.access-log-index=innsyn-" + (clock == null ? "" : name + "-") + "access-log",
                "--innsyn.keys.directory=" + keys,
                "--innsyn.reports.directory=" + reports,
                "--innsyn.journal.directory=" + journal,
                "--innsyn.policy.table=" + table,
                "--innsyn.log.heads-every=1s",
                "--innsyn.policy.staff=" + staff,
                // Small, so that a test can fill it.
                "--innsyn.recording.waiting-entries=3600",
                "--innsyn.sign-in.issuer=" + tokens.issuer()};
    }

    /** Where finished reports lie, sealed. */
    public Path reports() {
        return reports;
    }

    /** Where the service writes down what its database must not forget. */
    public Path journal() {
        return journal;
    }

    /** Stops the service; the engines go on. */
    public void stop() {
        context.close();
    }

    /** Starts it again over the same engines and folders. */
    public void startAgain() {
        try {
            start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The home folder the service sees. */
    public Path home() {
        return home;
    }

    /**
     * A house of its own by another clock, with a database and an index of its own, and without Kafka: its consumers would share topics with
     * the other house's.
     */
    public static AuditHouse alone(String name, Clock clock) {
        return new AuditHouse(name, "127.0.0.1:1", clock);
    }

    @Override
    public void close() {
        context.close();
    }

    public static AuditHouse shared() {
        return Holder.HOUSE;
    }

    public Tokens tokens() {
        return tokens;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The truth, to look at beside what the service says. */
    public JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    public TestDatabase testDatabase() {
        return database;
    }

    public HttpResponse<String> post(String path, String token, String contentType, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path))
                .header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    /** With a token, or without one when it is empty. */
    public HttpResponse<String> get(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    public String address(String path) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** What anybody gets. */
    public HttpResponse<byte[]> getBytes(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> reportRaw(String batch) {
        return reportRaw(tokens.reporter(SOURCE), batch);
    }

    public HttpResponse<String> reportRaw(String token, String batch) {
        return post("/api/v1/access-events", token, "application/cloudevents-batch+json", batch.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Reports events and expects the batch itself to be accepted. */
    public ReportResult report(AccessEvent... events) {
        var response = reportRaw(JSON.writeValueAsString(events));
        if (response.statusCode() != 200) {
            throw new AssertionError("the batch was answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readValue(response.body(), ReportResult.class);
    }

    public AccessLogPage mine(String account, AccessLogQuery query) {
        return mineWith(tokens.subject(account), query);
    }

    public AccessLogPage mineWith(String token, AccessLogQuery query) {
        return page("/api/v1/access-log/mine", token, query);
    }

    public AccessLogPage search(AccessLogQuery query) {
        return page("/api/v1/access-log/search", tokens.staff("dpo"), query);
    }

    private AccessLogPage page(String path, String token, AccessLogQuery query) {
        var response = post(path, token, "application/json", JSON.writeValueAsBytes(query));
        if (response.statusCode() != 200) {
            throw new AssertionError("answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readValue(response.body(), AccessLogPage.class);
    }

    /** What was reported of the customer, without their own views of it, once everything recorded is in the index. */
    public AccessLogPage completeLog(String account) {
        var token = tokens.subject(account);
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> page("/api/v1/access-log/mine", token, AccessLogQuery.all().withSources(List.of(SOURCE))),
                page -> page.state().complete());
    }

    private static final class Holder {
        private static final AuditHouse HOUSE = new AuditHouse("audit", TestEngines.shared().kafka().bootstrapServers(), null);
    }
}
