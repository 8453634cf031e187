package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.innsyn.local.HouseState.Part;
import org.innsyn.local.HouseState.Phase;
import org.innsyn.local.Installation.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The whole house, used from outside. */
class HouseIT {

    private static final String DESK = "urn:innsyn:demo:support-desk";

    /** A system no machine can reach: what is to be done there waits for a person. */
    private static final Map<String, String> ARCHIVE = Map.of(
            "INNSYN_CONNECTORS_ARCHIVE_KIND", "manual",
            "INNSYN_CONNECTORS_ARCHIVE_TITLE_EN", "Paper archive",
            "INNSYN_CONNECTORS_ARCHIVE_TITLE_NB", "Papirarkiv",
            "INNSYN_CONNECTORS_ARCHIVE_OBJECT", "/customers/archive",
            "INNSYN_CONNECTORS_ARCHIVE_CATEGORY", "letters",
            "INNSYN_CONNECTORS_ARCHIVE_INSTRUCTIONS_EN", "Look on shelf <b>12</b>.",
            "INNSYN_CONNECTORS_ARCHIVE_INSTRUCTIONS_NB", "Se i hylle 12.");

    private static final Installation HOUSE = new Installation("use", ARCHIVE);
    private static final AccessLog LOG = new AccessLog(HOUSE);

    @BeforeAll
    static void up() throws Exception {
        HOUSE.up();
    }

    @AfterAll
    static void down() throws Exception {
        HOUSE.close();
    }

    @Test
    void status_says_what_runs_and_where() throws Exception {
        Said json = HOUSE.innsyn("status", "--json").endingWith(ExitCode.DONE);
        HouseState state = StateFile.JSON.readValue(json.text(), HouseState.class);

        assertThat(state.parts()).extracting(Part::name)
                .containsExactly("postgresql", "kafka", "elasticsearch", "sign-in", "audit-service", "dsr-service", "ui");
        assertThat(state.parts()).extracting(Part::state).containsOnly(Phase.RUNNING);
        assertThat(state.url()).isEqualTo(HousePorts.url(HOUSE.ports().ui()));
        assertThat(HOUSE.innsyn("status").endingWith(ExitCode.DONE).text()).contains("kafka", "running");
    }

    @Test
    void a_second_start_is_said_and_not_done() throws Exception {
        Said again = HOUSE.innsyn("up", "--detach").endingWith(ExitCode.ALREADY_RUNNING);

        assertThat(again.text()).contains("already runs", HousePorts.url(HOUSE.ports().ui()), "./innsyn down");
    }

    @Test
    void nothing_is_deleted_while_it_runs() throws Exception {
        assertThat(HOUSE.innsyn("reset", "--yes").endingWith(ExitCode.FAILED).text()).contains("nothing was deleted");
        assertThat(HOUSE.home().resolve("secrets")).isDirectory();
    }

    @Test
    void deleting_everything_is_never_done_unasked() throws Exception {
        assertThat(HOUSE.innsyn("reset").endingWith(ExitCode.WRONG_USE).text()).contains("Nothing was deleted");
    }

    @Test
    void nobody_else_may_look_into_the_home() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOUSE.home()))).isEqualTo("rwx------");
        try (var secrets = Files.list(HOUSE.home().resolve("secrets"))) {
            for (var secret : secrets.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "case-handler", "controller", "dpo", "regulator", "reporter", "operator"})
    void there_is_a_token_for_every_role(String role) throws Exception {
        assertThat(HOUSE.token(role)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void a_role_that_does_not_exist_is_answered_with_those_that_do() throws Exception {
        assertThat(HOUSE.innsyn("token", "king").endingWith(ExitCode.WRONG_USE).text()).contains("case-handler", "dpo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fly", "up --port abc", "up --port 80", "demo dance", "logs nobody", "rebuild everything", "keys lose"})
    void what_is_asked_wrongly_is_answered_in_words(String command) throws Exception {
        Said said = HOUSE.innsyn(command.split(" ")).endingWith(ExitCode.WRONG_USE);

        assertThat(said.text()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void nobody_is_back_where_nothing_was_restored() throws Exception {
        assertThat(HOUSE.innsyn("restore-check", "demo").endingWith(ExitCode.DONE).text()).contains("0 are back, 0 could not be told");
        assertThat(HOUSE.innsyn("restore-check", "nowhere").endingWith(ExitCode.WRONG_USE).text()).contains("No system of that name");
    }

    @Test
    void help_lists_commands_and_exit_codes() throws Exception {
        assertThat(HOUSE.innsyn("help").endingWith(ExitCode.DONE).text()).contains("demo traffic", "Exit codes", "INNSYN_HOME");
    }

    @Test
    void everything_the_demo_company_does_is_in_the_log_exactly_once() throws Exception {
        Said said = HOUSE.innsyn("demo", "traffic", "--seconds", "5").endingWith(ExitCode.DONE);

        assertThat(said.text()).contains("Nothing waits.", "0 rejected");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(LOG::holdsExactlyWhatWasAcknowledged);
    }

    @Test
    void the_access_log_can_be_made_anew_from_what_is_recorded() throws Exception {
        HOUSE.innsyn("demo", "traffic", "--seconds", "2").endingWith(ExitCode.DONE);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(LOG::holdsExactlyWhatWasAcknowledged);

        HOUSE.innsyn("rebuild", "accesslog").endingWith(ExitCode.DONE);
        HOUSE.innsyn("doctor").endingWith(ExitCode.DONE);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(LOG::holdsExactlyWhatWasAcknowledged);
    }

    @Test
    void keys_are_rotated_on_command_in_every_service() throws Exception {
        HOUSE.innsyn("demo", "traffic", "--seconds", "2").endingWith(ExitCode.DONE);
        String before = HOUSE.innsyn("keys", "status").endingWith(ExitCode.DONE).text();
        assertThat(before).contains("audit-service, keys in: key folder", "dsr-service, keys in: key folder").containsPattern("epoch epoch-\\d{6}");

        String after = HOUSE.innsyn("keys", "rotate").endingWith(ExitCode.DONE).text();

        assertThat(after).containsPattern("epoch epoch-\\d{6}").doesNotContain("not finished");
        assertThat(epoch(after)).isGreaterThan(epoch(before));
        HOUSE.innsyn("doctor").endingWith(ExitCode.DONE);
    }

    /** The audit-service's, which is told first. */
    private static String epoch(String status) {
        return status.lines().filter(line -> line.startsWith("  epoch ")).findFirst().orElseThrow().split(" +")[2];
    }

    @Test
    void a_batch_that_is_no_list_is_refused_as_a_whole() throws Exception {
        HttpResponse<String> answer = report("{\"not\": \"a list\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).get().asString().startsWith("application/problem+json");
    }

    @Test
    void one_bad_event_does_not_fail_its_neighbours() throws Exception {
        String good = event("good-" + System.nanoTime(), "urn:innsyn:demo:billing");
        HttpResponse<String> answer = report("[{\"id\": \"bad\"}, " + event("x", "urn:somebody:else") + ", " + good + "]");
        JsonNode results = StateFile.JSON.readTree(answer.body()).get("results");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(results).extracting(result -> result.get("status").asString())
                .containsExactly("rejected", "rejected", "recorded");
        assertThat(results.get(1).get("reason").get("code").asString()).isEqualTo("foreign-source");
        assertThat(status(report("[" + good + "]"))).isEqualTo("duplicate");
        acknowledge(good, "http recorded");
    }

    @Test
    void a_customer_cannot_report_and_a_reporter_cannot_read() throws Exception {
        String events = "/api/v1/access-events";
        assertThat(LOG.post(events, "application/cloudevents-batch+json", HOUSE.token("subject"), "[]").statusCode()).isEqualTo(403);
        assertThat(LOG.post("/api/v1/access-log/search", "application/json", HOUSE.token("reporter"), "{}").statusCode()).isEqualTo(403);
        assertThat(LOG.post(events, "application/cloudevents-batch+json", "nonsense", "[]").statusCode()).isEqualTo(401);
    }

    @Test
    void rubbish_on_the_topic_is_put_aside_without_its_content() {
        Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + HOUSE.ports().engines().kafka());
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("innsyn.access-events.v1", DESK, "rubbish about canary-3141"));
        }
        TopicPartition rejected = new TopicPartition("innsyn.access-events.rejected.v1", 0);
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(rejected));
            consumer.seekToBeginning(List.of(rejected));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(consumer.poll(Duration.ofMillis(200)))
                    .anySatisfy(record -> assertThat(record.value()).contains("malformed").doesNotContain("canary-3141")));
        }
    }

    @Test
    void a_person_does_what_no_machine_can_and_says_exactly_what() {
        try (var chromium = new Chromium(); var handler = signedIn(chromium, "case-handler"); var controller = signedIn(chromium, "controller")) {
            new ByHand(handler, controller).collect("k10041");
            new ByHand(handler, controller).erase("k10042");
            assertThat(handler.complaints()).isEmpty();
            assertThat(controller.complaints()).isEmpty();
        }
    }

    private static Visitor signedIn(Chromium chromium, String role) {
        var account = SignInDirectory.read(new HomeFolder(HOUSE.home())).accounts().stream().filter(each -> each.username().equals(role)).findFirst().orElseThrow();
        return chromium.visitor(HousePorts.url(HOUSE.ports().ui()), "by-hand-" + role).signIn(account.username(), account.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "elasticsearch", "postgresql"})
    void an_engine_that_is_killed_comes_back_and_work_goes_on(String name) throws Exception {
        Part before = part(name);
        ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(part(name).state()).isEqualTo(Phase.RUNNING);
            assertThat(part(name).pid()).isNotNull().isNotEqualTo(before.pid());
        });
        HOUSE.innsyn("status").endingWith(ExitCode.DONE);
        HOUSE.innsyn("demo", "traffic", "--seconds", "2").endingWith(ExitCode.DONE);
        await().atMost(Duration.ofSeconds(90)).untilAsserted(LOG::holdsExactlyWhatWasAcknowledged);
    }

    private static Part part(String name) {
        return HOUSE.state().parts().stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }

    private static HttpResponse<String> report(String batch) throws Exception {
        return LOG.post("/api/v1/access-events", "application/cloudevents-batch+json", HOUSE.token("reporter"), batch);
    }

    private static String status(HttpResponse<String> answer) {
        return StateFile.JSON.readTree(answer.body()).get("results").get(0).get("status").asString();
    }

    /** Into the journal as the demo company does, so that the counts of other tests stay right. */
    private static void acknowledge(String event, String answer) throws Exception {
        JsonNode json = StateFile.JSON.readTree(event);
        String line = "%s %s 1 %s%n".formatted(json.get("source").asString(), json.get("id").asString(), answer);
        Files.writeString(
                HOUSE.home().resolve("demo/acknowledged.log"), line,
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String event(String id, String source) {
        return """
                {"specversion": "1.0", "type": "org.innsyn.access.v1", "source": "%s", "id": "%s", "time": "%s",
                 "data": {"subjects": [{"identifiers": [{"type": "account", "value": "k10007"}]}],
                          "actor": {"id": "p-301", "kind": "staff", "unit": "billing", "role": "clerk"},
                          "operation": "read", "object": "/customers/billing/invoices", "categories": ["billing"],
                          "purpose": "billing.inquiry", "legalBasis": "contract"}}"""
                .formatted(source, id, Instant.now());
    }
}
