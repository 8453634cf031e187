package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.dsr.DsrService;
import org.innsyn.dsr.connector.sql.Shop;
import org.innsyn.engines.FreePorts;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.schemas.request.HeldDataApi;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The whole service on real engines, with a small shop as the company's system. One for all tests of a JVM: see {@link ServiceExtension}. */
final class RunningService implements AutoCloseable {

    private final Neighbours neighbours = new Neighbours();
    private final Shop shop = new Shop();
    private final Post post = new Post();
    private final TestDatabase database = TestEngines.database("dsr");
    private final Path home = folder();
    private final KafkaClients kafka = new KafkaClients(TestEngines.shared().kafka().bootstrapServers());
    private final AuditAnswers audit;
    private ConfigurableApplicationContext context;
    private URI url;

    /** What is said besides at every start. */
    private final List<String> more;

    /** @param more arguments beside the usual ones */
    RunningService(String... more) {
        this.more = List.of(more);
        kafka.ensureTopics(List.of(Task.TOPIC, TaskResult.TOPIC), 1);
        audit = new AuditAnswers(kafka);
        start();
    }

    /**
     * Starts the service over what an earlier start left behind.
     *
     * @param more arguments beside the usual ones
     */
    void start(String... more) {
        var arguments = arguments();
        // What is said twice would be taken for a list.
        arguments.removeIf(argument -> Stream.of(more).anyMatch(other -> argument.startsWith(other.substring(0, other.indexOf('=') + 1))));
        arguments.addAll(List.of(more));
        arguments.add("--server.port=0");
        context = DsrService.start(arguments.toArray(String[]::new));
        url = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    void stop() {
        context.close();
    }

    /**
     * Starts the service over what an earlier start left behind, outside this JVM, and waits until it answers, or is killed by what it does at its start.
     *
     * @param more arguments beside the usual ones
     */
    ServiceProcess startInItsOwnProcess(String... more) throws IOException, InterruptedException {
        int port = FreePorts.one();
        var arguments = arguments();
        arguments.addAll(List.of(more));
        arguments.add("--server.port=" + port);
        var log = home.resolve("process.log");
        var process = new ServiceProcess(arguments, log.toFile());
        url = URI.create("http://127.0.0.1:" + port);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> !process.isAlive()
                || RestClient.create(url.resolve("/actuator/health")).get().retrieve().toBodilessEntity().getStatusCode().is2xxSuccessful());
        if (!process.isAlive()) {
            assertThat(process.exitCode(Duration.ZERO)).as("it ended while it started; %s says why", log).isEqualTo(128 + 9);
        }
        return process;
    }

    private ArrayList<String> arguments() {
        var arguments = new ArrayList<String>();
        arguments.add("--spring.datasource.url=" + database.url());
        arguments.add("--spring.datasource.username=" + database.user());
        arguments.add("--spring.datasource.password=" + database.password());
        arguments.add("--innsyn.kafka.bootstrap-servers=" + TestEngines.shared().kafka().bootstrapServers());
        arguments.add("--innsyn.elasticsearch.url=" + TestEngines.shared().elasticsearch().url());
        arguments.add("--innsyn.keys.directory=" + home.resolve("keys"));
        arguments.add("--innsyn.exports.directory=" + home.resolve("exports"));
        arguments.add("--innsyn.datasets.directory=src/test/resources/datasets");
        arguments.add("--innsyn.connectors.shop.url=" + shop.database().getJdbcUrl());
        arguments.add("--innsyn.connectors.shop.username=" + shop.database().getUsername());
        arguments.add("--innsyn.connectors.shop.password=" + shop.database().getPassword());
        arguments.add("--innsyn.mail.url=" + post.url());
        arguments.add("--innsyn.mail.from=privacy@innsyn.example");
        arguments.add("--innsyn.mail.company=Post AS");
        arguments.add("--innsyn.mail.page=https://innsyn.example/");
        arguments.add("--innsyn.mail.bounces.url=" + post.returnedUrl());
        arguments.add("--innsyn.mail.bounces.username=" + Post.READER);
        arguments.add("--innsyn.mail.bounces.password=" + Post.READERS_PASSWORD);
        arguments.add("--innsyn.mail.bounces.return-path=" + Post.RETURN_PATH);
        arguments.add("--innsyn.mail.bounces.every=500ms");
        arguments.add("--innsyn.mail.address-from=shop/customers:email");
        arguments.add("--innsyn.mail.recipients.collector.title=Collector AS");
        arguments.add("--innsyn.mail.recipients.collector.mail=art19@collector.example");
        arguments.add("--innsyn.mail.recipients.collector.systems=shop");
        arguments.add("--innsyn.sign-in.issuer=" + neighbours.url());
        arguments.add("--innsyn.audit.url=" + neighbours.url());
        arguments.add("--innsyn.client.secret=secret");
        arguments.add("--innsyn.fulfilment.attempts=3");
        arguments.add("--innsyn.fulfilment.lease=2s");
        arguments.add("--innsyn.fulfilment.first-pause=100ms");
        arguments.add("--innsyn.fulfilment.ask-again=300ms");
        arguments.addAll(more);
        return arguments;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "dsr-service-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Shop shop() {
        return shop;
    }

    Post post() {
        return post;
    }

    AuditAnswers audit() {
        return audit;
    }

    KafkaClients kafka() {
        return kafka;
    }

    URI url() {
        return url;
    }

    Path exports() {
        return home.resolve("exports");
    }

    Path keys() {
        return home.resolve("keys");
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    /** The time of a request's copy is over, also while another process serves. */
    void expire(UUID request) {
        new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()))
                .update("update dsr.task set not_before = now() where request_id = ? and kind = 'EXPIRE'", request);
    }

    /** The API as somebody calls it. */
    RequestsApi as(String sub, String role) {
        return as(sub, role, null);
    }

    RequestsApi as(String sub, String role, String account) {
        return api(neighbours.token(sub, role, account));
    }

    RequestsApi api(String token) {
        return api(token, RequestsApi.class);
    }

    /** What staff do beside preparing and deciding. */
    RequestDeskApi desk(String sub, String role) {
        return api(neighbours.token(sub, role, null), RequestDeskApi.class);
    }

    /** Any other API as a member of staff calls it. */
    <T> T staff(String sub, String role, Class<T> api) {
        return api(neighbours.token(sub, role, null), api);
    }

    /** What can be called without signing in. */
    <T> T anonymous(Class<T> api) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create(url.toString()))).build().createClient(api);
    }

    /** What is held of somebody, as they read it. */
    HeldDataApi heldBy(String sub, String role, String account) {
        return api(neighbours.token(sub, role, account), HeldDataApi.class);
    }

    <T> T api(String token, Class<T> api) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http(token))).build().createClient(api);
    }

    /** Plain HTTP, for what stands in headers. */
    RestClient http(String token) {
        return RestClient.builder().baseUrl(url).defaultHeaders(headers -> headers.setBearerAuth(token)).build();
    }

    /** The last part of a refusal's problem type. */
    static String problem(Throwable refusal) {
        var body = ((RestClientResponseException) refusal).getResponseBodyAs(ProblemDetail.class);
        return body.getType().toString().replace("urn:innsyn:problem:", "");
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        audit.close();
        shop.close();
        post.close();
        neighbours.close();
    }
}
