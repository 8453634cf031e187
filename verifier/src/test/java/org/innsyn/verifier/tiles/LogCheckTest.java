package org.innsyn.verifier.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.Bytes;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.Rfc6962;
import org.innsyn.verifier.written.WrittenHeads;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogCheckTest {

    private static final Trust OWN_KEY = new Trust(List.of());

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private final WrittenLog log = new WrittenLog("log.example/access");

    private static Trust key(LogKey key) {
        return new Trust(List.of(VerifierKey.parse(key.verifierKey())));
    }

    private SoundLog check(Trust trust, Optional<String> since) {
        return new LogCheck(LogSource.at(folder.toString()), trust).check(since.stream().map(SignedNote::parse).toList());
    }

    private SoundLog check() {
        return check(key(log.key()), Optional.empty());
    }

    private Rejected rejected() {
        Rejected bad = catchThrowableOfType(Rejected.class, this::check);
        assertThat(bad).as("the forged log is found out").isNotNull();
        return bad;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "255, 1", "256, 2", "257, 3", "70000, 277"})
    void a_sound_log_of_any_size_is_good(int size, long tiles) {
        log.fill(size, random).writeTo(folder);

        SoundLog sound = check();

        assertThat(sound.checkpoint().size()).isEqualTo(size);
        assertThat(sound.tiles()).isEqualTo(tiles);
    }

    @Test
    void a_log_on_a_web_server_is_read_over_http() {
        log.fill(700, random).writeTo(folder);
        var server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder.toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            var source = LogSource.at("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(new LogCheck(source, OWN_KEY).check(List.of()).checkpoint().size()).isEqualTo(700);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void trees_of_heads_follow_one_another() {
        var heads = new WrittenHeads().with(5, new byte[16], 1, new byte[32]);
        log.fill(10, random).add(Bytes.utf8(heads.leaf(1, 10, "2026-03-02T08:00:00Z")));
        log.fill(300, random).add(Bytes.utf8(heads.leaf(2, 300, "2026-03-02T09:00:00Z")));
        log.fill(320, random).writeTo(folder);

        assertThat(check().headsTrees()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 300, 09", "3, 300, 09", "2, 9, 09", "2, 301, 09", "2, 300, 07"})
    void a_tree_of_heads_that_does_not_follow_is_found_out(long epoch, long size, String hour) {
        var heads = new WrittenHeads().with(5, new byte[16], 1, new byte[32]);
        log.fill(10, random).add(Bytes.utf8(heads.leaf(1, 10, "2026-03-02T08:00:00Z")));
        log.fill(300, random).add(Bytes.utf8(heads.leaf(epoch, size, "2026-03-02T" + hour + ":00:00Z")));
        log.fill(320, random).writeTo(folder);

        assertThat(rejected().where()).isEqualTo("leaf 300");
    }

    @Test
    void a_partial_file_that_grew_full_since_is_read_from_the_full_one() throws IOException {
        log.fill(300, random).writeTo(folder);
        String checkpoint = log.checkpoint(200);
        Files.writeString(folder.resolve("checkpoint"), checkpoint);

        assertThat(check().checkpoint().size()).isEqualTo(200);
    }

    @Test
    void a_log_that_grew_from_an_earlier_checkpoint_is_good() {
        log.fill(600, random).writeTo(folder);

        for (int earlier : new int[] {0, 1, 256, 300, 599, 600}) {
            assertThat(check(key(log.key()), Optional.of(log.checkpoint(earlier))).earlier())
                    .singleElement().satisfies(before -> assertThat(before.size()).isEqualTo(earlier));
        }
    }

    @Test
    void a_log_whose_past_was_rewritten_is_bad_although_it_agrees_with_itself() {
        String before = log.fill(400, random).checkpoint();
        log.entries().get(3)[0] ^= 1;
        log.leaves().set(3, Rfc6962.leaf(log.entries().get(3)));
        log.fill(600, random).writeTo(folder);

        assertThat(check().checkpoint().size()).isEqualTo(600);
        assertThatThrownBy(() -> check(key(log.key()), Optional.of(before))).isInstanceOf(Rejected.class).hasMessageContaining("past was rewritten");
    }

    @Test
    void two_checkpoints_of_one_size_are_a_fork() {
        String before = log.fill(400, random).checkpoint();
        log.leaves().set(3, log.leaves().get(4));
        log.entries().set(3, log.entries().get(4));
        log.writeTo(folder);

        assertThatThrownBy(() -> check(key(log.key()), Optional.of(before))).isInstanceOf(Rejected.class).hasMessageContaining("past was rewritten");
    }

    @Test
    void a_log_that_shrank_is_bad() {
        log.fill(400, random).writeTo(folder);
        String before = log.fill(401, random).checkpoint();

        assertThatThrownBy(() -> check(key(log.key()), Optional.of(before))).isInstanceOf(Rejected.class).hasMessageContaining("lost some");
    }

    @Test
    void any_changed_byte_of_any_file_is_found_and_its_file_is_named() throws IOException {
        log.fill(66_000, random).writeTo(folder);
        int tried = 0;
        for (Path file : someFiles()) {
            byte[] sound = Files.readAllBytes(file);
            byte[] forged = sound.clone();
            forged[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, forged);
            Rejected bad = rejected();
            if (file.startsWith(folder.resolve("tile"))) {
                String path = folder.relativize(file).toString().replaceFirst("entries", "0");
                assertThat(path.replaceFirst("\\.p/.*", "")).as("where it is found").isEqualTo(bad.where().replaceFirst("entries", "0").replaceFirst("\\.p/.*", ""));
            }
            Files.write(file, sound);
            tried++;
        }
        System.out.println("changed files found out: " + tried);
        assertThat(tried).isGreaterThan(30);
        assertThat(check().checkpoint().size()).isEqualTo(66_000);
    }

    /** The checkpoint, all of the upper levels, all partial ones, and some of the many full tiles and bundles. */
    private List<Path> someFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("key"))
                    .filter(file -> !file.toString().matches(".*/tile/(0|entries)/\\d+") || random.nextInt(12) == 0)
                    .toList();
        }
    }

    @Test
    void entry_and_tile_changed_together_still_do_not_add_up_to_the_signed_root() throws IOException {
        log.fill(100, random).writeTo(folder);
        Path checkpoint = folder.resolve("checkpoint");
        byte[] signed = Files.readAllBytes(checkpoint);
        byte[] other = log.entries().get(7).clone();
        other[0] ^= 1;
        log.entries().set(7, other);
        log.leaves().set(7, Rfc6962.leaf(other));
        log.writeTo(folder);
        Files.write(checkpoint, signed);

        assertThat(rejected()).hasMessageContaining("do not add up").extracting(Rejected::where).isEqualTo("checkpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/entries/000", "tile/entries/001.p/44", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"})
    void a_missing_file_is_found_and_named(String path) throws IOException {
        log.fill(300, random).writeTo(folder);
        Files.delete(folder.resolve(path));

        assertThat(rejected().where()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/entries/000", "tile/entries/001.p/44", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"})
    void a_file_cut_off_or_too_long_is_found_and_named(String path) throws IOException {
        log.fill(300, random).writeTo(folder);
        Path file = folder.resolve(path);
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, sound.length - 1, sound.length + 1, sound.length + 34}) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThat(rejected().where()).isEqualTo(path);
        }
    }

    @Test
    void an_entry_of_another_length_is_found() throws IOException {
        log.fill(3, random).writeTo(folder);
        Path bundle = folder.resolve("tile/entries/000.p/3");
        byte[] forged = Files.readAllBytes(bundle);
        forged[1] = 33;
        Files.write(bundle, forged);

        assertThat(rejected()).hasMessageContaining("has no length that it can have");
    }

    @Test
    void a_log_under_another_key_is_bad() {
        log.fill(10, random).writeTo(folder);

        assertThatThrownBy(() -> check(key(new LogKey(log.key().name())), Optional.empty())).isInstanceOf(Rejected.class);
    }

    @Test
    void where_there_is_no_log_nothing_is_said_about_one() {
        assertThatThrownBy(this::check).isInstanceOf(Unusable.class).hasMessageContaining("There is no log here");
        assertThatThrownBy(() -> new LogCheck(LogSource.at("http://127.0.0.1:1/log"), OWN_KEY).check(List.of())).isInstanceOf(Unusable.class);
    }

    @Test
    void a_large_index_is_written_in_groups_of_three_digits() {
        assertThat(TilePath.tile(0, 1_234_067, 256)).isEqualTo("tile/0/x001/x234/067");
        assertThat(TilePath.entries(70_000, 112)).isEqualTo("tile/entries/x070/000.p/112");
    }
}
