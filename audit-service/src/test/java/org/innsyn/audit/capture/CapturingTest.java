package org.innsyn.audit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.innsyn.audit.continuity.Continuity;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.BlockedTable;
import org.innsyn.audit.house.Events;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.capture.Access;
import org.innsyn.capture.Actor;
import org.innsyn.capture.Capture;
import org.innsyn.capture.CaptureSettings;
import org.innsyn.capture.Operation;
import org.innsyn.capture.Refused;
import org.innsyn.capture.Subject;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The capture library as applications use it, and the real service. */
class CapturingTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final AuditHouse house = AuditHouse.shared();
    private final String source = "urn:test:capturing:" + UUID.randomUUID();

    @Test
    void what_a_killed_application_handed_out_stands_in_the_log_exactly_once() throws Exception {
        var account = Events.newAccount();
        var handedOut = new HashSet<String>();
        for (int kill = 0; kill < 2; kill++) {
            handedOut.addAll(handedOutUntilKilled(account));
        }
        try (var capture = Capture.open(settings())) {
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(capture.refused()).isEmpty();
        }
        assertThat(handedOut).allSatisfy(id -> assertThat(recorded(id)).isEqualTo(1));
        assertThat(events()).as("what was captured and not handed out any more may be there too").isGreaterThanOrEqualTo(handedOut.size());
        assertThat(entries(account)).isEqualTo(events());
        assertNothingMissing();
    }

    @Test
    void a_large_read_arrives_complete_and_nothing_of_it_is_missing() throws Exception {
        var people = IntStream.range(0, 2_300).mapToObj(i -> Subject.account("many-" + i)).toList();
        try (var capture = Capture.open(settings())) {
            capture.after(Access.of(Operation.EXPORT, "/customers/contact").to(people).by(Actor.system("letter")).categories("contact-details").purpose("marketing.letter", "consent").build());
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(capture.refused()).isEmpty();
        }
        assertThat(events()).isEqualTo(3);
        assertThat(house.database().queryForObject("select count(*) from audit.bulk_read where source = ? and complete", Long.class, source)).isEqualTo(1);
        assertNothingMissing();
    }

    @Test
    void while_the_database_stands_still_callers_go_on_and_everything_is_recorded_later() throws Exception {
        var account = Events.newAccount();
        try (var capture = Capture.open(settings())) {
            CompletableFuture<Void> work;
            try (var blocked = new BlockedTable(house, "reported_event")) {
                work = CompletableFuture.runAsync(() -> IntStream.range(0, 300).forEach(i -> capture.before(DeskProgram.reading(account))));
                work.get();
                assertThat(capture.state().waiting()).isEqualTo(300);
            }
            assertThat(capture.drain(SOON)).isTrue();
        }
        assertThat(events()).isEqualTo(300);
        assertNothingMissing();
    }

    @Test
    void what_a_token_does_not_allow_is_kept_and_recorded_once_it_does() throws Exception {
        var token = new java.util.concurrent.atomic.AtomicReference<>(house.tokens().reporter("urn:test:other"));
        try (var capture = Capture.open(CaptureSettings.of(source, address(), token::get, folder.resolve("spool")))) {
            capture.before(DeskProgram.reading(Events.newAccount()));
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(capture.refused()).extracting(Refused::code).containsExactly("foreign-source");
            token.set(house.tokens().reporter(source));
            assertThat(capture.reportRefusedAgain()).isZero();
        }
        assertThat(events()).isEqualTo(1);
    }

    private Set<String> handedOutUntilKilled(String account) throws IOException, InterruptedException {
        var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), DeskProgram.class.getName(), folder.resolve("spool").toString(), address().toString(),
                house.tokens().reporter(source), source, account).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var said = new HashSet<String>();
        try (var lines = program.inputReader()) {
            while (said.size() < 300) {
                said.add(lines.readLine());
            }
            program.toHandle().destroyForcibly(); // Not through the process: that would throw away what it had said.
            lines.lines().filter(line -> line.length() == 36).forEach(said::add);
        }
        program.waitFor();
        return said;
    }

    private CaptureSettings settings() {
        var token = house.tokens().reporter(source);
        return CaptureSettings.of(source, address(), () -> token, folder.resolve("spool")).withLongestRetry(Duration.ofMillis(200));
    }

    private URI address() {
        return URI.create(house.address(""));
    }

    private void assertNothingMissing() {
        var continuity = house.bean(Continuity.class);
        var later = Instant.now().plus(Duration.ofDays(1));
        assertThat(continuity.gapsNoticedBefore(later, 10_000)).noneMatch(gap -> gap.source().equals(source));
        assertThat(continuity.incompleteReadsBegunBefore(later, 10_000)).noneMatch(read -> read.source().equals(source));
    }

    private long recorded(String id) {
        return house.database().queryForObject("select count(*) from audit.reported_event where source = ? and id_hash = ?", Long.class, source,
                house.bean(ReportHashes.class).id(source, id));
    }

    private long events() {
        return house.database().queryForObject("select count(*) from audit.reported_event where source = ?", Long.class, source);
    }

    /** What the customer sees, once everything recorded is in the index. */
    private long entries(String account) {
        var query = AccessLogQuery.all().withSources(List.of(source));
        return org.awaitility.Awaitility.await().atMost(SOON).until(() -> house.mine(account, query), page -> page.state().complete()).total();
    }
}
