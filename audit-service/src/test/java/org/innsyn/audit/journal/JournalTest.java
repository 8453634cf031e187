package org.innsyn.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.innsyn.audit.journal.JournalEntry.Begun;
import org.innsyn.audit.journal.JournalEntry.CheckpointSigned;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.innsyn.audit.journal.JournalEntry.OriginOpened;
import org.innsyn.audit.journal.JournalEntry.Suppressed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, and what can happen to them. */
class JournalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T13:05:00Z");
    private static final UUID ID = new UUID(1, 2);

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void begin() {
        journal = open(Disk.real());
        assertThat(journal.isMissing()).isTrue();
        assertThat(journal.begin(new Begun(ID, NOW))).isTrue();
        journal.opened(new OriginOpened(1, "example.org/log", null, 0, NOW));
    }

    private Journal open(Disk disk) {
        return new Journal(folder, disk, 2_000);
    }

    private static CheckpointSigned checkpoint(long size) {
        return new CheckpointSigned(1, size, new byte[] {(byte) size}, "example.org/log\n" + size + "\n", "example.org/log+00000000+AA==");
    }

    private static Erased erasure(int number) {
        return new Erased(new UUID(3, number), new UUID(4, number), new UUID(5, number), number, List.of(new UUID(6, number)),
                List.of(new Suppressed("account", "00ff", 1)), NOW);
    }

    private static List<Long> erased(Journal journal) {
        var found = new ArrayList<Long>();
        journal.erasures(each -> found.add(each.entries()));
        return found;
    }

    @Test
    void what_was_written_is_read_again_by_the_next_start() {
        journal.signed(checkpoint(7));
        journal.erased(erasure(1));
        var again = open(Disk.real());
        assertThat(again.isMissing()).isFalse();
        assertThat(again.log().newest()).hasValueSatisfying(signed -> assertThat(signed.size()).isEqualTo(7));
        assertThat(again.log().origins()).extracting(OriginOpened::origin).containsExactly("example.org/log");
        assertThat(erased(again)).containsExactly(1L);
        assertThat(again.begin(new Begun(UUID.randomUUID(), NOW))).as("it is never begun twice").isFalse();
    }

    @Test
    void two_processes_take_turns_and_see_each_others_lines() {
        var other = open(Disk.real());
        for (int i = 1; i <= 40; i++) {
            (i % 2 == 0 ? journal : other).signed(checkpoint(i));
            (i % 3 == 0 ? journal : other).erased(erasure(i));
        }
        assertThat(journal.log().newest()).hasValueSatisfying(signed -> assertThat(signed.size()).isEqualTo(40));
        assertThat(erased(open(Disk.real()))).hasSize(40).isSorted();
        assertThat(journal.marks().get(Journal.LOG)).usingRecursiveComparison().isEqualTo(other.marks().get(Journal.LOG));
    }

    @Test
    void old_checkpoints_are_dropped_and_origins_and_the_newest_are_kept() throws IOException {
        for (int i = 1; i <= 100; i++) {
            journal.signed(checkpoint(i));
        }
        assertThat(files("log")).hasSize(2);
        var again = open(Disk.real()).log();
        assertThat(again.origins()).hasSize(1);
        assertThat(again.newest()).hasValueSatisfying(signed -> assertThat(signed.size()).isEqualTo(100));
        assertThat(again.journal()).hasValue(ID);
    }

    @Test
    void a_line_that_was_never_finished_is_left_alone_and_does_not_count() throws IOException {
        journal.erased(erasure(1));
        var file = files("erasures").getLast();
        Files.write(file, "3 {\"kind\":\"era".getBytes(StandardCharsets.UTF_8), java.nio.file.StandardOpenOption.APPEND);
        var again = open(Disk.real());
        again.erased(erasure(2));
        assertThat(erased(open(Disk.real()))).containsExactly(1L, 2L);
        assertThat(files("erasures")).as("the torn file is evidence").hasSize(2);
        assertThat(Files.readString(file)).endsWith("\"era");
    }

    @Test
    void a_file_whose_header_was_never_finished_is_passed_over() throws IOException {
        journal.erased(erasure(1));
        Files.writeString(folder.resolve("erasures-000002.journal"), "innsyn-jour");
        open(Disk.real()).erased(erasure(2));
        assertThat(erased(open(Disk.real()))).containsExactly(1L, 2L);
    }

    @Test
    void every_flipped_byte_is_noticed() throws IOException {
        journal.erased(erasure(1));
        journal.erased(erasure(2));
        var file = files("erasures").getFirst();
        var sound = Files.readAllBytes(file);
        int missed = 0;
        for (int at = 0; at < sound.length; at++) {
            var changed = sound.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            // The last line's end may look torn; then the line is missed by the store's mark.
            var mark = mark(2 + 1, sound);
            try {
                missed += open(Disk.real()).holds(Journal.ERASURES, mark).orElse(true) ? 1 : 0;
            } catch (JournalDamaged noticed) {
                continue;
            }
        }
        assertThat(missed).isZero();
        Files.write(file, sound);
        assertThat(open(Disk.real()).holds(Journal.ERASURES, mark(3, sound))).as("unchanged").hasValue(true);
    }

    private static Journal.Mark mark(long number, byte[] file) {
        var line = new String(file, StandardCharsets.UTF_8).lines().skip(number).findFirst().orElseThrow();
        return new Journal.Mark(ID, number, java.util.HexFormat.of().parseHex(line.substring(line.lastIndexOf(' ') + 1)));
    }

    @Test
    void a_removed_line_is_noticed() throws IOException {
        IntStream.rangeClosed(1, 3).forEach(i -> journal.erased(erasure(i)));
        var file = files("erasures").getFirst();
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(3);
        Files.write(file, lines);
        assertThatThrownBy(() -> erased(open(Disk.real()))).isInstanceOf(JournalDamaged.class).hasMessageContaining("line 3");
    }

    @Test
    void lines_cut_from_the_end_are_noticed_by_what_the_store_remembers() throws IOException {
        IntStream.rangeClosed(1, 3).forEach(i -> journal.erased(erasure(i)));
        var mark = journal.marks().get(Journal.ERASURES);
        var file = files("erasures").getFirst();
        var lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        assertThat(open(Disk.real()).holds(Journal.ERASURES, mark)).hasValue(false);
    }

    @Test
    void a_missing_file_in_the_middle_is_noticed() throws IOException {
        IntStream.rangeClosed(1, 3).forEach(i -> {
            journal.erased(erasure(i));
            journal = open(Disk.real());
            tear();
        });
        assertThat(files("erasures")).hasSizeGreaterThanOrEqualTo(3);
        Files.delete(files("erasures").get(1));
        assertThatThrownBy(() -> erased(open(Disk.real()))).isInstanceOf(JournalDamaged.class).hasMessageContaining("segment 2");
    }

    private void tear() {
        try {
            Files.writeString(files("erasures").getLast(), "torn", java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_line_whose_fsync_failed_does_not_count_and_the_next_goes_to_another_file() throws IOException {
        var disk = new FailingDisk();
        var failing = open(disk);
        failing.signed(checkpoint(1));
        disk.failForces(1);
        assertThatThrownBy(() -> failing.signed(checkpoint(2))).isInstanceOf(JournalUnwritable.class);
        assertThat(failing.log().newest()).hasValueSatisfying(signed -> assertThat(signed.size()).as("the second may not be on the disk").isEqualTo(1));
        failing.signed(checkpoint(3));
        assertThat(files("log")).hasSize(2);
        var again = open(Disk.real()).log();
        assertThat(again.roots().keySet()).containsExactly(1L, 3L);
    }

    @Test
    void a_line_written_after_a_doubtful_one_by_another_process_is_not_lost() {
        var disk = new FailingDisk();
        var failing = open(disk);
        disk.failForces(1);
        assertThatThrownBy(() -> failing.erased(erasure(1))).isInstanceOf(JournalUnwritable.class);
        journal.erased(erasure(2));
        failing.erased(erasure(3));
        assertThat(erased(open(Disk.real()))).endsWith(2L, 3L);
    }

    @Test
    void a_full_disk_is_said_and_what_was_written_before_stays() throws Exception {
        var small = Files.createTempDirectory("full");
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()).redirectErrorStream(true).start();
        mounted.getInputStream().readAllBytes();
        assumeThat(mounted.waitFor(10, TimeUnit.SECONDS) && mounted.exitValue() == 0).as("a file system of 64 KiB needs the right to mount one").isTrue();
        try {
            var full = new Journal(small, Disk.real(), 1 << 20);
            full.begin(new Begun(ID, NOW));
            int[] written = {0};
            assertThatThrownBy(() -> {
                while (true) {
                    full.erased(erasure(written[0] + 1));
                    written[0]++;
                }
            }).isInstanceOf(JournalUnwritable.class);
            assertThat(written[0]).isPositive();
            assertThat(erased(new Journal(small, Disk.real(), 1 << 20))).hasSizeBetween(written[0], written[0] + 1);
            assertThatThrownBy(() -> full.erased(erasure(0))).as("still full").isInstanceOf(JournalUnwritable.class);
            assertThat(new ProcessBuilder("mount", "-o", "remount,size=512k", small.toString()).start().waitFor()).isZero();
            full.erased(erasure(1_000));
            assertThat(erased(new Journal(small, Disk.real(), 1 << 20))).endsWith(1_000L);
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    @Test
    void a_journal_that_vanished_is_not_begun_again_by_the_next_line() throws IOException {
        for (var book : List.of("log", "erasures")) {
            Files.delete(files(book).getFirst());
        }
        assertThatThrownBy(() -> journal.erased(erasure(1))).isInstanceOf(JournalDamaged.class);
        assertThatThrownBy(() -> journal.signed(checkpoint(1))).isInstanceOf(JournalDamaged.class);
        assertThat(journal.isMissing()).isTrue();
        assertThat(files("erasures")).isEmpty();
    }

    @Test
    void nothing_is_signed_for_a_log_that_was_closed() {
        journal.opened(new OriginOpened(2, "example.org/log/2", new byte[] {1}, 5, NOW));
        assertThatThrownBy(() -> journal.signed(checkpoint(9))).isInstanceOf(IllegalStateException.class);
        assertThat(open(Disk.real()).log().newest()).isEmpty();
    }

    private List<Path> files(String book) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(book + "-")).sorted().toList();
        }
    }
}
