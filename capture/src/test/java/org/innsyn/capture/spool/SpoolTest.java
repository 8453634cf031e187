package org.innsyn.capture.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.innsyn.capture.NotCaptured;
import org.innsyn.capture.SpoolKey;
import org.innsyn.capture.SpoolUnusable;
import org.innsyn.capture.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final Batch.Limits ALL = new Batch.Limits(10_000, 1_000_000, 64 * 1024 * 1024);
    private static final long FIRST = 100;
    private static final int LARGE = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void what_was_appended_is_read_in_order_and_numbered_without_holes() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a", "b");
            append(spool, "c");
            assertThat(texts(spool.next(ALL, Duration.ZERO))).containsExactly("a-100", "b-101", "c-102");
        }
        try (var spool = open(LARGE)) {
            append(spool, "d");
            assertThat(texts(spool.next(ALL, Duration.ZERO))).containsExactly("a-100", "b-101", "c-102", "d-103");
        }
    }

    @Test
    void what_is_acknowledged_leaves_nothing_but_the_counter() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a", "b");
            spool.acknowledge(spool.next(ALL, Duration.ZERO));
            spool.tidy();
            assertThat(spool.counts()).isEqualTo(new Spool.Counts(0, Segment.HEADER_BYTES, 0, 0));
            assertThat(spool.awaitEmpty(Duration.ZERO)).isTrue();
        }
        assertThat(segments()).hasSize(1).allSatisfy(file -> assertThat(file).hasSize(Segment.HEADER_BYTES));
        try (var spool = open(LARGE)) {
            append(spool, "c");
            assertThat(texts(spool.next(ALL, Duration.ZERO))).containsExactly("c-102");
        }
    }

    @Test
    void only_what_is_on_the_disk_is_delivered() throws Exception {
        try (var spool = open(LARGE)) {
            long last = spool.append(List.of(event("a")), Duration.ZERO);
            assertThat(spool.next(ALL, Duration.ZERO).isEmpty()).isTrue();
            spool.awaitDurable(last);
            assertThat(texts(spool.next(ALL, Duration.ZERO))).containsExactly("a-100");
        }
    }

    @Test
    void nothing_readable_lies_on_the_disk() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "canary-in-an-event");
            spool.refusals().add(new org.innsyn.capture.Refused(UUID.randomUUID(), 1, "invalid", "canary-in-a-reason"), new Spooled(1, UUID.randomUUID(), 1, "canary-refused".getBytes()));
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
                if (!file.endsWith("lock")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void a_write_that_was_cut_off_anywhere_is_cut_and_what_was_whole_before_it_stays() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a", "b");
            append(spool, "torn");
        }
        var whole = Files.readAllBytes(segments().getFirst());
        int begin = whole.length - (Frame.MORE_BYTES + Sealer.MORE_BYTES + Spooled.plain(event("torn"), 102).length);
        for (int length = begin + 1; length < whole.length; length++) {
            Files.write(segments().getFirst(), java.util.Arrays.copyOf(whole, length));
            reopened(1, "a-100", "b-101", "c-102");
        }
        var zeros = java.util.Arrays.copyOf(java.util.Arrays.copyOf(whole, begin), begin + 4096);
        Files.write(segments().getFirst(), zeros);
        reopened(1, "a-100", "b-101", "c-102");
    }

    /** Opens, appends one, reads all, and puts the file back as it was. */
    private void reopened(int torn, String... expected) throws Exception {
        var before = Files.readAllBytes(segments().getFirst());
        try (var spool = open(LARGE)) {
            append(spool, "c");
            var batch = spool.next(ALL, Duration.ZERO);
            assertThat(texts(batch)).containsExactly(expected);
            assertThat(batch.damages()).isEmpty();
            assertThat(spool.counts().torn()).isEqualTo(torn);
        }
        Files.write(segments().getFirst(), before);
    }

    @Test
    void whatever_byte_is_changed_the_record_is_set_aside_named_and_counted_and_its_neighbours_go_on() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a", "b", "c");
        }
        var file = segments().getFirst();
        var whole = Files.readAllBytes(file);
        int record = (whole.length - Segment.HEADER_BYTES) / 3;
        for (int at = 0; at < record; at++) {
            var changed = whole.clone();
            changed[Segment.HEADER_BYTES + record + at] ^= 0x40;
            Files.write(file, changed);
            try (var spool = open(LARGE)) {
                var batch = spool.next(ALL, Duration.ZERO);
                assertThat(texts(batch)).as("byte %d", at).containsExactly("a-100", "c-102");
                assertThat(batch.damages()).singleElement().satisfies(damage -> {
                    assertThat(damage.segment()).isEqualTo(file.getFileName().toString());
                    assertThat(List.of(damage.firstNumber(), damage.lastNumber())).containsExactly(101L, 101L);
                    assertThat(Files.readAllBytes(damage.keptIn())).isEqualTo(java.util.Arrays.copyOfRange(changed, Segment.HEADER_BYTES + record, Segment.HEADER_BYTES + 2 * record));
                });
                assertThat(spool.counts().damages()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_record_that_was_taken_out_moved_or_repeated_is_found_out() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a", "b", "c");
        }
        var file = segments().getFirst();
        var whole = Files.readAllBytes(file);
        int record = (whole.length - Segment.HEADER_BYTES) / 3;
        var a = slice(whole, Segment.HEADER_BYTES, record);
        var b = slice(whole, Segment.HEADER_BYTES + record, record);
        var c = slice(whole, Segment.HEADER_BYTES + 2 * record, record);
        var header = slice(whole, 0, Segment.HEADER_BYTES);

        assertThat(readAfter(file, header, a, c)).isEqualTo("[a-100, c-102] damaged 101-101");
        assertThat(readAfter(file, header, a, a, b, c)).isEqualTo("[a-100, b-101, c-102] damaged 101-100");
        assertThat(readAfter(file, header, b, a, c)).isEqualTo("[b-101, c-102] damaged 100-100 102-101");
    }

    private String readAfter(Path file, byte[]... parts) throws Exception {
        try (var out = Files.newOutputStream(file)) {
            for (var part : parts) {
                out.write(part);
            }
        }
        try (var spool = open(LARGE)) {
            var batch = spool.next(ALL, Duration.ZERO);
            return texts(batch) + " damaged" + batch.damages().stream().map(each -> " " + each.firstNumber() + "-" + each.lastNumber()).reduce("", String::concat);
        }
    }

    @Test
    void a_spoilt_end_is_no_cut_off_write_and_its_number_is_not_given_again() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a", "b");
        }
        try (var file = new RandomAccessFile(segments().getFirst().toFile(), "rw")) {
            file.seek(file.length() - 6);
            file.write(0x55);
            file.write(0x55);
        }
        try (var spool = open(LARGE)) {
            append(spool, "c");
            var first = spool.next(ALL, Duration.ZERO);
            assertThat(texts(first)).containsExactly("a-100");
            assertThat(first.damages()).hasSize(1);
            assertThat(spool.acknowledge(first)).isEmpty();
            assertThat(texts(spool.next(ALL, Duration.ZERO))).containsExactly("c-102");
        }
    }

    @Test
    void an_end_that_was_taken_off_an_older_file_is_told_by_its_numbers() throws Exception {
        try (var spool = open(64 * 1024)) {
            for (int i = 0; segments().size() < 3; i++) {
                append(spool, numbered(i));
            }
        }
        var oldest = segments().getFirst();
        long first = Long.parseLong(segments().get(1).getFileName().toString().replace(Segment.SUFFIX, ""));
        try (var file = new RandomAccessFile(oldest.toFile(), "rw")) {
            file.setLength(file.length() - frameOf(numbered(0)));
        }
        try (var spool = open(64 * 1024)) {
            var batch = spool.next(ALL, Duration.ZERO);
            assertThat(spool.acknowledge(batch)).singleElement().satisfies(damage -> {
                assertThat(damage.bytes()).isZero();
                assertThat(damage.lastNumber()).isEqualTo(first - 1);
                assertThat(damage.firstNumber()).isEqualTo(first - 1);
            });
            assertThat(spool.next(ALL, Duration.ZERO).events().getFirst().number()).isEqualTo(first);
        }
    }

    private static String numbered(int i) {
        return "event %03d %s".formatted(i, "x".repeat(500));
    }

    private static long frameOf(String text) {
        return Frame.MORE_BYTES + Sealer.MORE_BYTES + Spooled.plain(event(text), FIRST).length;
    }

    @Test
    void a_file_whose_making_was_interrupted_is_forgotten_and_one_with_a_spoilt_header_is_kept() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a");
        }
        var good = Files.readAllBytes(segments().getFirst());
        Files.write(folder.resolve("spool").resolve(Segment.nameOf(101)), slice(good, 0, 30));
        try (var spool = open(LARGE)) {
            append(spool, "b");
            assertThat(texts(spool.next(ALL, Duration.ZERO))).containsExactly("a-100", "b-101");
            assertThat(spool.counts().damages()).isZero();
        }
        var spoilt = good.clone();
        spoilt[20] ^= 1;
        Files.write(segments().getFirst(), spoilt);
        try (var spool = open(LARGE)) {
            assertThat(spool.counts().damages()).isEqualTo(1);
            append(spool, "c");
            assertThat(spool.next(ALL, Duration.ZERO).events()).extracting(Spooled::number).containsExactly(FIRST + 1);
        }
    }

    @Test
    void another_key_opens_nothing_and_spoils_nothing() throws Exception {
        try (var spool = open(LARGE)) {
            append(spool, "a");
        }
        var other = new byte[SpoolKey.BYTES];
        assertThatThrownBy(() -> Spool.open(folder.resolve("spool"), mayBeNew -> SpoolKey.of(other), LARGE, FIRST)).isInstanceOf(SpoolUnusable.class).hasMessageContaining("another key");
        try (var spool = open(LARGE)) {
            var batch = spool.next(ALL, Duration.ZERO);
            assertThat(texts(batch)).containsExactly("a-100");
            spool.acknowledge(batch);
            spool.tidy();
        }
        try (var spool = Spool.open(folder.resolve("spool"), mayBeNew -> SpoolKey.of(other), LARGE, FIRST)) {
            append(spool, "b");
            assertThat(texts(spool.next(ALL, Duration.ZERO))).as("an empty spool takes a new key and goes on counting").containsExactly("b-101");
        }
    }

    @Test
    void a_lost_key_is_not_replaced_while_something_is_sealed_with_it() throws Exception {
        var asked = new ArrayList<Boolean>();
        try (var spool = open(LARGE)) {
            append(spool, "a");
        }
        assertThatThrownBy(() -> Spool.open(folder.resolve("spool"), mayBeNew -> {
            asked.add(mayBeNew);
            throw new SpoolUnusable("no key", null);
        }, LARGE, FIRST)).hasMessage("no key");
        assertThat(asked).containsExactly(false);
    }

    @Test
    void a_spool_is_one_processs_and_opened_once_in_it() throws Exception {
        try (var spool = open(LARGE)) {
            assertThatThrownBy(() -> open(LARGE)).isInstanceOf(SpoolUnusable.class).hasMessageContaining("open already");
            append(spool, "a");
        }
        open(LARGE).close();
    }

    @Test
    void a_full_spool_fails_who_must_not_wait_and_holds_who_may_and_its_bound_is_kept() throws Exception {
        long bound = 64 * 1024;
        try (var spool = open(bound)) {
            var text = "x".repeat(1_000);
            int taken = 0;
            try {
                for (; ; taken++) {
                    append(spool, text);
                }
            } catch (NotCaptured.NoRoom full) {
                assertThat(full).hasMessageContaining("full");
            }
            assertThat(taken).isGreaterThan(40);
            assertThat(onDisk()).isLessThanOrEqualTo(bound);
            var waits = CompletableFuture.supplyAsync(() -> spool.append(List.of(event(text)), null), Thread::startVirtualThread);
            var impatient = CompletableFuture.supplyAsync(() -> spool.append(List.of(event(text)), Duration.ofMillis(20)), Thread::startVirtualThread);
            assertThatThrownBy(impatient::join).hasCauseInstanceOf(NotCaptured.NoRoom.class);
            assertThat(waits).isNotDone();

            int delivered = 0;
            while (!waits.isDone() || delivered <= taken) {
                var batch = spool.next(new Batch.Limits(7, 100, LARGE), Duration.ofMillis(50));
                delivered += batch.events().size();
                spool.acknowledge(batch);
                if (waits.isDone()) {
                    spool.awaitDurable(waits.join());
                }
            }
            assertThat(delivered).isEqualTo(taken + 1);
            assertThat(onDisk()).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void what_can_never_fit_is_said_at_once() {
        try (var spool = open(64 * 1024)) {
            assertThatThrownBy(() -> spool.append(List.of(event("x".repeat(70_000))), null)).isInstanceOf(NotCaptured.NoRoom.class).hasMessageContaining("larger than the whole spool");
        }
    }

    @Test
    void who_waits_for_room_is_told_when_the_spool_closes() throws Exception {
        var spool = open(64 * 1024);
        assertThatThrownBy(() -> {
            while (true) {
                append(spool, "x".repeat(2_000));
            }
        }).isInstanceOf(NotCaptured.NoRoom.class);
        var waits = CompletableFuture.supplyAsync(() -> spool.append(List.of(event("x".repeat(2_000))), null), Thread::startVirtualThread);
        spool.close();
        assertThatThrownBy(waits::join).hasCauseInstanceOf(NotCaptured.OutOfOrder.class).hasMessageContaining("closed");
    }

    /** Files are changed every few events here, often while a sync is on its way and the reader has just read everything. */
    @Test
    void a_reader_that_keeps_up_is_never_left_behind_in_a_file_that_is_no_longer_written() throws Exception {
        int threads = 2;
        int each = 5_000;
        var seen = new ArrayList<Long>();
        try (var spool = open(32 * 1024)) {
            var writers = IntStream.range(0, threads).mapToObj(t -> CompletableFuture.runAsync(() -> {
                for (int i = 0; i < each; i++) {
                    long number = spool.append(List.of(event("x".repeat(300 + i % 700))), null);
                    if (i % 3 == 0) {
                        spool.awaitDurable(number);
                    }
                }
            }, Thread::startVirtualThread)).toList();
            var syncing = CompletableFuture.runAsync(() -> {
                while (spool.syncNext()) {
                    // and the next
                }
            }, Thread::startVirtualThread);
            while (seen.size() < threads * each) {
                var batch = spool.next(new Batch.Limits(100, 1_000, LARGE), Duration.ofSeconds(20));
                assertThat(batch.events()).as("something comes within 20 s, after %s", seen.size()).isNotEmpty();
                batch.events().forEach(event -> seen.add(event.number()));
                assertThat(spool.acknowledge(batch)).isEmpty();
            }
            writers.forEach(CompletableFuture::join);
            spool.close();
            syncing.join();
        }
        assertThat(seen).as("all of them, in order").containsExactlyElementsOf(LongStream.range(FIRST, FIRST + threads * each).boxed().toList());
    }

    @Test
    void many_at_once_lose_nothing_and_share_the_numbers() throws Exception {
        int threads = 16;
        int each = 200;
        var numbers = ConcurrentHashMap.<Long>newKeySet();
        var seen = new ArrayList<Spooled>();
        try (var spool = open(256 * 1024)) {
            var writers = IntStream.range(0, threads).mapToObj(t -> CompletableFuture.runAsync(() -> {
                for (int i = 0; i < each; i++) {
                    long number = spool.append(List.of(event("thread " + t + " " + i)), null);
                    spool.awaitDurable(number);
                    assertThat(numbers.add(number)).isTrue();
                }
            }, Thread::startVirtualThread)).toList();
            while (seen.size() < threads * each) {
                var batch = spool.next(new Batch.Limits(100, 1_000, LARGE), Duration.ofMillis(100));
                assertThat(batch.damages()).isEmpty();
                seen.addAll(batch.events());
                assertThat(spool.acknowledge(batch)).isEmpty();
                assertThat(writers).noneMatch(CompletableFuture::isCompletedExceptionally);
            }
            writers.forEach(CompletableFuture::join);
        }
        assertThat(seen).extracting(Spooled::number).containsExactlyElementsOf(LongStream.range(FIRST, FIRST + threads * each).boxed().toList());
        assertThat(numbers).hasSize(threads * each);
    }

    @Test
    void an_interrupted_caller_harms_nobody() throws Exception {
        try (var spool = open(64 * 1024)) {
            for (int i = 0; i < 30; i++) {
                Thread.currentThread().interrupt();
                append(spool, "x".repeat(900));
                assertThat(Thread.interrupted()).as("the interrupt is for the application").isTrue();
            }
            assertThat(spool.next(ALL, Duration.ZERO).events()).isNotEmpty();
            assertThat(segments()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_mode_after_access_reaches_the_disk_by_itself() {
        try (var spool = open(LARGE)) {
            var sync = Thread.startVirtualThread(() -> {
                while (spool.syncNext()) {
                    // Until closed.
                }
            });
            spool.append(List.of(event("a")), null);
            await().until(() -> !spool.next(ALL, Duration.ZERO).isEmpty());
            spool.close();
            await().until(() -> !sync.isAlive());
        }
    }

    private Spool open(long bytes) {
        return Spool.open(folder.resolve("spool"), mayBeNew -> mayBeNew ? SpoolKey.inOrNew(folder.resolve("key")) : SpoolKey.in(folder.resolve("key")), bytes, FIRST);
    }

    private static void append(Spool spool, String... texts) {
        spool.awaitDurable(spool.append(java.util.Arrays.stream(texts).map(SpoolTest::event).toList(), Duration.ZERO));
    }

    private static Event event(String text) {
        return new Event(new UUID(0, text.hashCode()), 1, text + "-", "", true);
    }

    private static List<String> texts(Batch batch) {
        return batch.events().stream().map(event -> new String(event.json(), StandardCharsets.UTF_8)).toList();
    }

    private static byte[] slice(byte[] bytes, int from, int length) {
        return java.util.Arrays.copyOfRange(bytes, from, from + length);
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(folder.resolve("spool"))) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX)).sorted().toList();
        }
    }

    private long onDisk() throws IOException {
        long bytes = 0;
        for (var file : segments()) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
