package org.innsyn.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Rejection;
import org.innsyn.schemas.access.Rejection.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that captures, and an audit-service that does not always answer. */
class CaptureTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final AuditPeer audit = new AuditPeer();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        audit.close();
    }

    @Test
    void what_is_captured_is_recorded_and_leaves_the_spool() throws Exception {
        try (var capture = open(settings())) {
            var ids = new ArrayList<UUID>();
            ids.addAll(capture.before(reading("k1")));
            ids.addAll(capture.after(reading("k2")));

            assertThat(capture.drain(SOON)).isTrue();
            assertThat(audit.recorded()).extracting(AccessEvent::id).containsExactlyElementsOf(strings(ids));
            assertThat(audit.recorded()).extracting(AccessEvent::source).containsOnly("urn:test:desk");
            await().untilAsserted(() -> assertThat(capture.state()).isEqualTo(new CaptureState(0, 64, 2, 0, 0, 0, false)));
            assertThat(told).containsExactly("acknowledged " + ids.get(0), "acknowledged " + ids.get(1));
        }
    }

    @Test
    void while_nobody_answers_everything_waits_over_a_restart_and_is_delivered_in_order_and_numbered_without_gaps() throws Exception {
        int port = audit.port();
        audit.close();
        var ids = new ArrayList<UUID>();
        for (int run = 0; run < 3; run++) {
            try (var capture = open(settings())) {
                for (int i = 0; i < 5; i++) {
                    ids.addAll(capture.before(reading("k" + i)));
                }
                await().until(() -> told.stream().anyMatch(line -> line.startsWith("away")));
                assertThat(capture.state().waiting()).isEqualTo(ids.size());
                assertThat(capture.state().away()).isTrue();
            }
        }
        try (var again = new AuditPeer(port); var capture = open(settings())) {
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(again.recorded()).extracting(AccessEvent::id).containsExactlyElementsOf(strings(ids));
            assertThat(numbers(again)).containsExactlyElementsOf(LongStream.range(numbers(again).getFirst(), numbers(again).getFirst() + 15).boxed().toList());
        }
    }

    @Test
    void an_answer_that_was_lost_leads_to_the_same_events_and_never_to_others() throws Exception {
        audit.answers(new AuditPeer.Reply(200, "{\"results\": []}", java.util.Map.of()), new AuditPeer.Reply(200, "not JSON", java.util.Map.of()), AuditPeer.Reply.of(302, "Location", "/elsewhere"));
        try (var capture = open(settings())) {
            var ids = capture.before(reading("k1"));

            assertThat(capture.drain(SOON)).isTrue();
            assertThat(audit.batches()).containsExactly(1, 1, 1, 1);
            assertThat(audit.recorded()).extracting(AccessEvent::id).containsExactlyElementsOf(strings(ids));
            assertThat(told).containsSubsequence("back", "acknowledged " + ids.getFirst());
        }
    }

    @Test
    void who_is_asked_to_come_back_later_comes_back_no_sooner() throws Exception {
        audit.answers(AuditPeer.Reply.of(429, "Retry-After", "1"));
        try (var capture = open(settings())) {
            capture.before(reading("k1"));
            assertThat(capture.drain(SOON)).isTrue();
        }
        assertThat(told.getFirst()).matches("away answered 429 for 1\\d{3} ms");
        assertThat(audit.batches()).containsExactly(1, 1);
    }

    @Test
    void a_service_that_does_not_know_what_it_recorded_is_sent_the_same_again() throws Exception {
        audit.answers(AuditPeer.Reply.of(503, "Retry-After", "Fri, 01 Jan 2021 00:00:00 GMT"), AuditPeer.Reply.of(500), AuditPeer.Reply.of(404));
        try (var capture = open(settings())) {
            capture.before(reading("k1"));
            assertThat(capture.drain(SOON)).isTrue();
        }
        assertThat(told.getFirst()).startsWith("away answered 503 for");
        assertThat(told.stream().filter(line -> line.startsWith("away"))).as("told once").hasSize(1);
        assertThat(audit.recorded()).hasSize(1);
    }

    @Test
    void one_refused_event_is_kept_sealed_and_told_and_its_neighbours_go_on() throws Exception {
        audit.judges(event -> account(event).equals("k3") ? new Rejection(Code.CONFLICT, "other content was recorded") : null);
        try (var capture = open(settings())) {
            var ids = IntStream.range(0, 6).mapToObj(i -> capture.before(reading("k" + i)).getFirst()).toList();
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(audit.recorded()).hasSize(5);
            assertThat(told).contains("refused " + ids.get(3) + " conflict");
            assertThat(capture.refused()).containsExactly(new Refused(ids.get(3), 1, "conflict", "other content was recorded"));
        }
        try (var capture = open(settings())) {
            assertThat(capture.refused()).extracting(Refused::code).as("after a restart").containsExactly("conflict");
            assertThat(capture.reportRefusedAgain()).isEqualTo(1);
            audit.judges(event -> null);
            assertThat(capture.reportRefusedAgain()).isZero();
            assertThat(capture.refused()).isEmpty();
        }
        try (var capture = open(settings())) {
            assertThat(capture.refused()).isEmpty();
        }
        assertThat(audit.recorded()).hasSize(6);
        assertThat(numbers(audit)).doesNotHaveDuplicates();
    }

    @Test
    void what_could_not_be_recorded_for_the_services_own_reasons_is_sent_again() throws Exception {
        var refusals = new java.util.concurrent.atomic.AtomicInteger(2);
        audit.judges(event -> account(event).equals("k1") && refusals.getAndDecrement() > 0 ? new Rejection(Code.NOT_RECORDED, "on our side") : null);
        try (var capture = open(settings())) {
            capture.before(reading("k1"));
            capture.before(reading("k2"));
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(capture.refused()).isEmpty();
        }
        assertThat(audit.recorded()).hasSize(2);
    }

    @Test
    void a_batch_that_is_not_taken_is_halved_until_one_event_stands_alone() throws Exception {
        int port = audit.port();
        audit.close();
        try (var capture = open(settings())) {
            IntStream.range(0, 4).forEach(i -> capture.before(reading("k" + i)));
        }
        try (var again = new AuditPeer(port)) {
            again.answers(AuditPeer.Reply.of(413), AuditPeer.Reply.of(400), AuditPeer.Reply.of(413));
            try (var capture = open(settings())) {
                assertThat(capture.drain(SOON)).isTrue();
                assertThat(again.batches()).containsExactly(4, 2, 1, 1, 2);
                assertThat(capture.refused()).singleElement().satisfies(refused -> assertThat(refused.code()).isEqualTo("answered-413"));
                assertThat(capture.reportRefusedAgain()).isZero();
            }
            assertThat(again.recorded()).hasSize(4);
        }
    }

    @Test
    void a_token_that_is_not_taken_is_asked_for_anew() throws Exception {
        audit.answers(AuditPeer.Reply.of(401));
        var token = new ClientCredentials(audit.address().resolve("/token"), "desk", "secret", "access:report");
        try (var capture = open(CaptureSettings.of("urn:test:desk", audit.address(), token, folder.resolve("spool")).withLongestRetry(Duration.ofMillis(50)))) {
            capture.before(reading("k1"));
            assertThat(capture.drain(SOON)).isTrue();
            capture.before(reading("k2"));
            assertThat(capture.drain(SOON)).isTrue();
        }
        assertThat(audit.tokens()).containsExactly("Bearer t1", "Bearer t2", "Bearer t2");
    }

    @Test
    void when_the_spool_is_full_nothing_is_handed_out() throws Exception {
        int port = audit.port();
        audit.close();
        try (var capture = open(settings().withMostBytes(64 * 1024).withPatience(Duration.ofMillis(30)))) {
            var handedOut = new ArrayList<UUID>();
            assertThatThrownBy(() -> {
                while (true) {
                    handedOut.addAll(capture.before(reading("k1")));
                }
            }).isInstanceOf(NotCaptured.NoRoom.class);
            var waiting = CompletableFuture.supplyAsync(() -> capture.after(reading("k2")), Thread::startVirtualThread);
            assertThat(handedOut).isNotEmpty();

            try (var again = new AuditPeer(port)) {
                handedOut.addAll(waiting.get());
                assertThat(capture.drain(SOON)).isTrue();
                assertThat(again.recorded()).extracting(AccessEvent::id).containsExactlyElementsOf(strings(handedOut));
                assertThat(numbers(again)).as("what was refused took no number")
                        .containsExactlyElementsOf(LongStream.range(numbers(again).getFirst(), numbers(again).getFirst() + handedOut.size()).boxed().toList());
            }
        }
    }

    @Test
    void a_closed_capture_hands_out_nothing() throws Exception {
        var capture = open(settings());
        capture.close();
        try (var again = open(settings())) {
            capture.close();
            assertThatThrownBy(() -> open(settings())).as("closed twice, it gives up nothing that is another's").isInstanceOf(SpoolUnusable.class);
            again.before(reading("k1"));
        }
        assertThatThrownBy(() -> capture.before(reading("k1"))).isInstanceOf(NotCaptured.OutOfOrder.class);
        assertThatThrownBy(() -> capture.after(reading("k1"))).isInstanceOf(NotCaptured.OutOfOrder.class);
    }

    @Test
    void a_large_read_arrives_in_parts() throws Exception {
        try (var capture = open(settings())) {
            var people = IntStream.range(0, 5_500).mapToObj(i -> Subject.account("k" + i)).toList();
            var ids = capture.before(Access.of(Operation.EXPORT, "/customers/contact").to(people).by(Actor.system("letter")).categories("contact-details").purpose("p", "consent").build());
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(audit.recorded()).extracting(AccessEvent::id).containsExactlyElementsOf(strings(ids));
            assertThat(audit.recorded()).extracting(event -> event.data().bulk().part()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(audit.batches()).as("never more people at once than a service takes").allSatisfy(events -> assertThat(events).isLessThanOrEqualTo(2));
        }
    }

    @Test
    void somebody_who_changes_the_spool_is_told_of_and_what_is_left_goes_on() throws Exception {
        int port = audit.port();
        audit.close();
        try (var capture = open(settings())) {
            IntStream.range(0, 3).forEach(i -> capture.before(reading("k" + i)));
        }
        try (var files = Files.list(folder.resolve("spool"))) {
            var segment = files.filter(file -> file.toString().endsWith(".spool")).findFirst().orElseThrow();
            var bytes = Files.readAllBytes(segment);
            bytes[64 + (bytes.length - 64) / 2] ^= 1;
            Files.write(segment, bytes);
        }
        try (var again = new AuditPeer(port); var capture = open(settings())) {
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(again.recorded()).extracting(CaptureTest::account).containsExactly("k0", "k2");
            assertThat(capture.state().damages()).isEqualTo(1);
            assertThat(told).anyMatch(line -> line.startsWith("damaged"));
        }
    }

    @Test
    void personal_data_and_secrets_are_sent_nowhere_they_could_be_read_on_the_way() {
        assertThatThrownBy(() -> CaptureSettings.of("urn:x", URI.create("http://audit.example.org"), () -> "t", folder)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientCredentials(URI.create("http://example.org/token"), "a", "b", "c")).isInstanceOf(IllegalArgumentException.class);
        CaptureSettings.of("urn:x", URI.create("https://audit.example.org"), () -> "t", folder);
    }

    @Test
    void a_key_that_others_may_read_is_not_used() throws IOException {
        var key = folder.resolve("key");
        SpoolKey.inOrNew(key);
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SpoolKey.in(key)).isInstanceOf(SpoolUnusable.class).hasMessageContaining("others");
    }

    private CaptureSettings settings() {
        return CaptureSettings.of("urn:test:desk", audit.address(), () -> "token", folder.resolve("spool")).withLongestRetry(Duration.ofMillis(50)).withListener(new CaptureListener() {
            @Override
            public void acknowledged(UUID id, int people, boolean duplicate) {
                told.add("acknowledged " + id);
                throw new IllegalStateException("a listener that fails harms nobody");
            }

            @Override
            public void refused(Refused event) {
                told.add("refused " + event.id() + " " + event.code());
            }

            @Override
            public void damaged(Path keptIn, long first, long last) {
                told.add("damaged " + first + "-" + last);
            }

            @Override
            public void away(String why, Duration nextTry) {
                told.add("away " + why + " for " + nextTry.toMillis() + " ms");
            }

            @Override
            public void back() {
                told.add("back");
            }
        });
    }

    private static Capture open(CaptureSettings settings) {
        return Capture.open(settings);
    }

    private static Access reading(String account) {
        return Access.of(Operation.READ, "/customers/contact").to(Subject.account(account)).by(Actor.staff("p-101")).categories("contact-details").purpose("support.case", "contract").build();
    }

    private static String account(AccessEvent event) {
        return event.data().subjects().getFirst().identifiers().getFirst().value();
    }

    private static List<Long> numbers(AuditPeer peer) {
        return peer.recorded().stream().map(event -> event.data().sequence()).sorted().toList();
    }

    private static List<String> strings(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
