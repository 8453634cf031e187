package org.innsyn.capture.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.innsyn.capture.Actor;
import org.innsyn.capture.Capture;
import org.innsyn.capture.Identifier;
import org.innsyn.capture.NotCaptured;
import org.innsyn.capture.Operation;
import org.innsyn.capture.Subject;
import org.innsyn.capture.TokenSupplier;
import org.innsyn.schemas.access.AccessEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with the starter, in a real Spring context. */
class StarterTest {

    @TempDir
    private Path folder;

    private final Peer audit = new Peer();

    @AfterEach
    void stop() {
        audit.close();
    }

    record Customer(String account, String name) implements HasDataSubject {
        @Override
        public Subject dataSubject() {
            return Subject.account(account);
        }
    }

    /** Somebody else's class, which knows nothing of subjects. */
    record Row(String number) {}

    static class Customers {

        final List<String> done = new ArrayList<>();

        @ReadsPersonalData(object = "/customers/contact", categories = "contact-details", purpose = "support.case", legalBasis = "contract",
                caseReference = "#reference", fields = {"name", "phone"})
        public Optional<Customer> find(String account, String reference) {
            done.add("find");
            return account.startsWith("k") ? Optional.of(new Customer(account, "canary")) : Optional.empty();
        }

        @ReadsPersonalData(object = "/customers/contact", categories = "contact-details", purpose = "marketing.letter", legalBasis = "consent",
                operation = Operation.EXPORT, mode = ReadsPersonalData.Mode.AFTER)
        public List<Customer> all() {
            return List.of(new Customer("k1", ""), new Customer("k2", ""));
        }

        @ReadsPersonalData(object = "/customers/billing", categories = "billing", purpose = "billing.inquiry", legalBasis = "contract",
                subjects = "#result.values().![number]", identifiedBy = Identifier.Type.CUSTOMER_NUMBER)
        public Map<String, Row> rows() {
            return Map.of("a", new Row("77"));
        }

        @ReadsPersonalData(object = "/customers/billing", categories = "billing", purpose = "billing.collection", legalBasis = "legitimate-interests",
                operation = Operation.DISCLOSE, subjects = "#account", recipient = "'Collector ' + #to", recordReference = "#p0")
        public CompletableFuture<String> disclose(String account, String to) {
            done.add("disclose");
            return CompletableFuture.completedFuture("done");
        }

        public String harmless() {
            return "nobody's data";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Customers customers() {
            return new Customers();
        }

        @Bean
        TokenSupplier token() {
            return () -> "token";
        }

        @Bean
        ActorProvider actors() {
            return new ActorProvider() {
                @Override
                public Actor actor() {
                    return Actor.staff("p-101").in("support/tier-1", "agent");
                }

                @Override
                public String clientAddress() {
                    return "192.0.2.7";
                }
            };
        }
    }

    @Test
    void what_annotated_methods_read_is_recorded_with_actor_purpose_and_people() throws Exception {
        try (var context = start(Application.class, audit.address())) {
            var customers = context.getBean(Customers.class);
            assertThat(customers.find("k1", "T-1")).map(Customer::name).contains("canary");
            assertThat(customers.all()).hasSize(2);
            assertThat(customers.rows()).hasSize(1);
            assertThat(customers.disclose("k3", "Nord").get()).isEqualTo("done");
            assertThat(customers.harmless()).isNotEmpty();
            assertThat(context.getBean(Capture.class).drain(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(audit.recorded).extracting(event -> event.data().operation().name() + " " + event.data().object() + " " + people(event))
                .containsExactly("READ /customers/contact [k1]", "EXPORT /customers/contact [k1, k2]", "READ /customers/billing [77]", "DISCLOSE /customers/billing [k3]");
        var first = audit.recorded.getFirst();
        assertThat(first.source()).isEqualTo("urn:test:shop");
        assertThat(first.data().actor().id()).isEqualTo("p-101");
        assertThat(first.data().clientAddress()).isEqualTo("192.0.2.7");
        assertThat(first.data().caseReference()).isEqualTo("T-1");
        assertThat(first.data().fields()).containsExactly("name", "phone");
        assertThat(audit.recorded.getLast().data().recipient()).isEqualTo("Collector Nord");
        assertThat(audit.recorded.getLast().data().recordReference()).isEqualTo("k3");
    }

    @Test
    void a_result_with_nobody_in_it_is_nobodys_data() throws Exception {
        try (var context = start(Application.class, audit.address())) {
            assertThat(context.getBean(Customers.class).find("unknown", "T-1")).isEmpty();
            assertThat(context.getBean(Capture.class).state().waiting()).isZero();
        }
        assertThat(audit.recorded).isEmpty();
    }

    @Test
    void what_cannot_be_captured_is_not_handed_out_and_a_change_is_not_made() {
        try (var context = start(Application.class, audit.address())) {
            var customers = context.getBean(Customers.class);
            context.getBean(Capture.class).close();

            assertThatThrownBy(() -> customers.find("k1", "T-1")).isInstanceOf(NotCaptured.class);
            assertThatThrownBy(() -> customers.disclose("k1", "Nord")).isInstanceOf(NotCaptured.class);
            assertThatThrownBy(() -> customers.disclose(null, "Nord")).isInstanceOf(NotCaptured.class);
            assertThat(customers.harmless()).isNotEmpty();
            assertThat(context.getBean(Customers.class).harmless()).isNotEmpty();
            assertThat(((Customers) org.springframework.test.util.AopTestUtils.getTargetObject(customers)).done).as("read, but not handed out; never disclosed").containsExactly("find");
        }
    }

    @Test
    void a_spool_that_is_full_hands_out_nothing() {
        try (var context = start(Application.class, "http://localhost:9", "--innsyn.capture.most-bytes=64KB", "--innsyn.capture.patience=10ms")) {
            var customers = context.getBean(Customers.class);
            assertThatThrownBy(() -> {
                while (true) {
                    customers.find("k1", "T-1");
                }
            }).isInstanceOf(NotCaptured.NoRoom.class);
        }
    }

    @Test
    void figures_are_there_for_whoever_collects_them() throws Exception {
        try (var context = start(Application.class, audit.address())) {
            var registry = new SimpleMeterRegistry();
            context.getBean(CaptureMetrics.class).bindTo(registry);
            context.getBean(Customers.class).all();
            assertThat(context.getBean(Capture.class).drain(Duration.ofSeconds(30))).isTrue();
            assertThat(registry.get("innsyn.capture.recorded").functionCounter().count()).isEqualTo(1);
            assertThat(registry.get("innsyn.capture.waiting").gauge().value()).isZero();
        }
    }

    static class FinalMethod {
        @ReadsPersonalData(object = "/c", categories = "c", purpose = "p", legalBasis = "l", subjects = "#a")
        public final String read(String a) {
            return a;
        }
    }

    static class LateResult {
        @ReadsPersonalData(object = "/c", categories = "c", purpose = "p", legalBasis = "l")
        public Stream<Customer> read() {
            return Stream.of();
        }
    }

    static class NoCode {
        @ReadsPersonalData(object = "contact details", categories = "c", purpose = "p", legalBasis = "l", subjects = "#a")
        public String read(String a) {
            return a;
        }
    }

    @Test
    void what_could_never_be_captured_keeps_the_application_from_starting() {
        assertStartFails(FinalMethod.class, "cannot be watched");
        assertStartFails(LateResult.class, "later than it returns");
        assertStartFails(NoCode.class, "object must be a code");
    }

    @Test
    void an_application_that_does_not_say_where_to_capture_does_not_start() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class).run("--innsyn.capture.source=urn:x", "--innsyn.capture.folder=" + folder.resolve("spool")))
                .hasStackTraceContaining("innsyn.capture.url is missing");
    }

    private void assertStartFails(Class<?> bean, String why) {
        assertThatThrownBy(() -> start(new Class<?>[] {Application.class, bean}, audit.address())).hasStackTraceContaining(why);
    }

    private ConfigurableApplicationContext start(Class<?> application, String url, String... more) {
        return start(new Class<?>[] {application}, url, more);
    }

    private ConfigurableApplicationContext start(Class<?>[] sources, String url, String... more) {
        var arguments = new ArrayList<>(List.of("--innsyn.capture.url=" + url, "--innsyn.capture.source=urn:test:shop", "--innsyn.capture.folder=" + folder.resolve("spool"),
                "--innsyn.capture.key-file=" + folder.resolve("keys/spool.key"), "--innsyn.capture.longest-retry=50ms", "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(more));
        return SpringApplication.run(sources, arguments.toArray(String[]::new));
    }

    private static List<String> people(AccessEvent event) {
        return event.data().subjects().stream().map(person -> person.identifiers().getFirst().value()).toList();
    }
}
