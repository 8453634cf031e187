package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.platform.crypto.NoteVerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log changes its key: for a time both sign, and whoever has either can check. */
class LogKeysTest {

    private static final Duration OVERLAP = Duration.ofDays(30);

    @TempDir
    Path folder;

    private LogHouse log() {
        return new LogHouse(folder.resolve("keys"));
    }

    private static boolean isSigned(LogHouse log, String key) {
        return new NoteVerifierKey(key).isNamedIn(log.note());
    }

    @Test
    void for_the_overlap_both_keys_sign_and_afterwards_only_the_new_one() throws Exception {
        var log = log().grow(300);
        String old = log.keys().all().getFirst().verifierKey();
        var before = Files.writeString(folder.resolve("before"), log.note()).toString();

        String next = log.keys().rotate(OVERLAP).getFirst().verifierKey();
        assertThat(next).isNotEqualTo(old).startsWith(LogHouse.ORIGIN + "+");
        assertThat(isSigned(log, next)).isFalse();
        log.tick();
        assertThat(isSigned(log, next) && isSigned(log, old)).as("also a log that stands still").isTrue();
        log.grow(100);
        assertThat(isSigned(log, next) && isSigned(log, old)).isTrue();
        var copy = log.copyTo(folder.resolve("overlap"));
        for (var key : new String[] {old, next}) {
            assertThat(Checker.run("--log", copy, "--key", key)).as("either key").isZero();
        }
        assertThat(Checker.run("--log", copy, "--key", old, before)).as("what was signed before").isZero();

        log.pass(OVERLAP);
        log.grow(100);
        assertThat(isSigned(log, next)).isTrue();
        assertThat(isSigned(log, old)).isFalse();
        copy = log.copyTo(folder.resolve("after"));
        assertThat(Checker.run("--log", copy, "--key", next)).isZero();
        assertThat(Checker.run("--log", copy, "--key", old)).as("the old key alone").isEqualTo(1);
        assertThat(Checker.run("--log", copy, "--key", old, "--key", next, before)).as("one line of growth across the change").isZero();
        assertThat(Checker.run("--log", copy, before)).as("the log names all its keys").isZero();
        assertThat(Checker.run("--key", old, before)).as("with the old key for ever").isZero();
    }

    @Test
    void the_old_key_is_destroyed_when_its_time_is_over() {
        var log = log().grow(1);
        log.keys().rotate(OVERLAP);
        assertThat(folder.resolve("keys/log-000001.key")).exists();
        log.pass(OVERLAP.minusSeconds(1));
        log.tick();
        assertThat(folder.resolve("keys/log-000001.key")).exists();
        log.pass(Duration.ofSeconds(1));
        log.tick();
        assertThat(folder.resolve("keys/log-000001.key")).doesNotExist();
        assertThat(folder.resolve("keys/log-000002.key")).exists();
    }

    @Test
    void what_belongs_beside_a_checkpoint_is_a_key_that_signed_it() {
        var log = log().grow(1);
        var first = log.keys().all().getFirst().verifierKey();
        var before = log.tables().newest().orElseThrow();
        var second = log.keys().rotate(Duration.ZERO).getFirst().verifierKey();
        log.grow(1);

        assertThat(log.keys().verifierKeyOf(before)).isEqualTo(first);
        assertThat(log.keys().verifierKeyOf(log.tables().newest().orElseThrow())).isEqualTo(second);
    }

    @Test
    void a_second_process_signs_with_the_same_keys_and_a_third_rotation_waits_its_turn() throws Exception {
        var log = log().grow(7);
        try (var second = new OtherSigner(log, folder.resolve("keys"))) {
            var text = log.note().substring(0, log.note().indexOf("\n\n") + 1);
            assertThat(second.signed(text)).isEqualTo(log.keys().sign(text));
            log.keys().rotate(OVERLAP);
            assertThat(second.signed(text)).as("the very next signature").isEqualTo(log.keys().sign(text)).satisfies(
                    note -> assertThat(note.lines().filter(line -> line.startsWith("\u2014 "))).hasSize(2));
            second.rotate();
            assertThat(log.keys().all()).hasSize(3);
            assertThat(log.keys().sign(text)).isEqualTo(second.signed(text));
        }
    }

    @Test
    void rotations_at_the_same_time_leave_one_newest_key() {
        var log = log().grow(1);
        IntStream.range(0, 8).parallel().forEach(i -> log.keys().rotate(OVERLAP));

        assertThat(log.keys().all().stream().filter(key -> key.signsUntil() == null)).hasSize(1);
        assertThat(log.keys().all()).hasSize(9);
        assertThat(log.keys().all().stream().map(LogKeys.Standing::verifierKey).collect(Collectors.toSet())).hasSize(9);
    }

    @Test
    void without_the_published_key_nothing_is_signed() throws Exception {
        var log = log().grow(3);
        String before = log.note();
        Files.delete(folder.resolve("keys/log-000001.key"));
        try (var second = new OtherSigner(log, folder.resolve("keys"))) {
            assertThat(second.signed("anything\n")).isEqualTo("IllegalStateException");
        }
        try (var third = new OtherSigner(log, folder.resolve("other keys"))) {
            assertThat(third.signed("anything\n")).isEqualTo("IllegalStateException");
        }
        assertThat(log.note()).isEqualTo(before);
        assertThatThrownBy(() -> log.keys().rotate(OVERLAP.negated())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_operator_alone_sees_and_changes_keys() {
        var house = AuditHouse.shared();
        var path = "/api/v1/admin/log-keys";
        assertThat(house.get(path, "").statusCode()).isEqualTo(401);
        assertThat(house.get(path, house.tokens().staff("dpo")).statusCode()).isEqualTo(403);
        assertThat(house.get(path, house.tokens().machine("operator")).body()).contains(house.get("/log/key", "").body().strip());
        assertThat(house.post(path + "/rotate", house.tokens().staff("controller"), "application/json", new byte[0]).statusCode()).isEqualTo(403);
        assertThat(house.post(path + "/rotate?overlap=-P1D", house.tokens().machine("operator"), "application/json", new byte[0]).statusCode()).isEqualTo(400);
    }
}
