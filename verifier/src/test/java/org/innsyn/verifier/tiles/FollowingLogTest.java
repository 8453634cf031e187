package org.innsyn.verifier.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.Bytes;
import org.innsyn.verifier.written.Rfc6962;
import org.innsyn.verifier.written.WrittenHeads;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that follow another one, after a restore: the first signed for 400 entries, of which 300 are left. */
class FollowingLogTest {

    private static final int SIGNED = 400;
    private static final int KEPT = 300;

    @TempDir
    private Path folder;

    private final Random random = new Random(11);
    private final WrittenHeads heads = new WrittenHeads().with(5, new byte[16], 1, new byte[32]);
    private final WrittenLog first = first();

    private WrittenLog first() {
        var log = new WrittenLog("log.example/access");
        log.fill(10, random).add(Bytes.utf8(heads.leaf(1, 10, "2026-03-02T08:00:00Z")));
        return log.fill(SIGNED, random);
    }

    private static String origin(int generation, WrittenLog before, int signed, int kept, int lost) {
        return "innsyn-origin/1\n" + generation + "\n" + before.key().name() + "\n" + before.key().verifierKey() + "\n" + signed + "\n"
                + Bytes.base64(Rfc6962.root(before.leaves().subList(0, signed))) + "\n" + kept + "\n" + lost + "\nrestored\n2026-03-02T10:00:00Z\n";
    }

    private WrittenLog following(int generation, WrittenLog before, String origin, int kept) {
        var log = new WrittenLog("log.example/access/" + generation);
        log.add(Bytes.utf8(origin));
        before.entries().subList(0, kept).forEach(log::add);
        return log;
    }

    private WrittenLog second() {
        return following(2, first, origin(2, first, SIGNED, KEPT, SIGNED - KEPT), KEPT);
    }

    private SoundLog check(WrittenLog log, String... earlier) {
        log.writeTo(folder);
        var trust = new Trust(List.of(VerifierKey.parse(log.key().verifierKey()), VerifierKey.parse(first.key().verifierKey())));
        return new LogCheck(LogSource.at(folder.toString()), trust).check(Arrays.stream(earlier).map(SignedNote::parse).toList());
    }

    private Rejected rejected(WrittenLog log, String... earlier) {
        Rejected bad = catchThrowableOfType(Rejected.class, () -> check(log, earlier));
        assertThat(bad).as("found out").isNotNull();
        return bad;
    }

    @Test
    void it_names_the_log_before_it_and_what_is_lost_and_its_trees_begin_anew() {
        var log = second();
        log.add(Bytes.utf8(heads.leaf(1, KEPT + 1, "2026-03-02T11:00:00Z")));

        var sound = check(log.fill(600, random));

        assertThat(sound.follows()).singleElement().satisfies(before -> {
            assertThat(before.predecessor()).isEqualTo("log.example/access");
            assertThat(before.size()).isEqualTo(SIGNED);
            assertThat(before.lost()).isEqualTo(100);
        });
        assertThat(sound.headsTrees()).isEqualTo(2);
        assertThat(sound.unknownLeaves()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "255", "256", "300"})
    void it_begins_as_the_log_before_had_signed(int size) {
        assertThat(check(second().fill(600, random), first.checkpoint(size)).earlier()).extracting(Checkpoint::size).containsExactly((long) size);
    }

    @Test
    void a_checkpoint_over_what_is_lost_is_answered_with_the_loss() {
        assertThat(rejected(second().fill(600, random), first.checkpoint(350))).hasMessageContaining("301 to 400").hasMessageContaining("lost");
    }

    @Test
    void a_log_that_hides_what_its_predecessor_had_signed_is_found_out() {
        var log = following(2, first, origin(2, first, 350, KEPT, 50), KEPT).fill(600, random);
        assertThat(rejected(log, first.checkpoint(SIGNED)).where()).isEqualTo("leaf 0");
    }

    @Test
    void a_log_that_took_over_something_else_is_found_out() {
        var log = following(2, first.fork(200, random), origin(2, first, SIGNED, KEPT, 100), KEPT).fill(600, random);
        assertThat(check(log, first.checkpoint(200)).earlier()).hasSize(1);
        assertThat(rejected(log, first.checkpoint(250))).hasMessageContaining("rewritten");
    }

    @Test
    void a_log_may_follow_several() {
        var second = second().fill(500, random);
        var third = following(3, second, origin(3, second, 500, 450, 50), 450).fill(700, random);

        var sound = check(third, first.checkpoint(300));

        assertThat(sound.follows()).extracting(OriginLeaf::predecessor).containsExactly("log.example/access/2", "log.example/access");
        assertThat(rejected(third, first.checkpoint(301))).hasMessageContaining("lost");
        assertThat(rejected(third, new WrittenLog("log.example/other").fill(3, random).checkpoint()).where()).contains("origin");
    }

    @ParameterizedTest
    @CsvSource({"innsyn-origin/1\\n2, innsyn-origin/1\\n1", "\\n300\\n, \\n301\\n", "\\n100\\n, \\n99\\n", "restored, moved", "10:00:00Z, 10 o'clock", "log.example/access\\n, log.example/axess\\n"})
    void a_first_leaf_that_contradicts_itself_is_found_out(String what, String instead) {
        var leaf = origin(2, first, SIGNED, KEPT, 100).replaceFirst(what.replace("\\n", "\n"), instead.replace("\\n", "\n"));
        assertThat(rejected(following(2, first, leaf, KEPT)).where()).isEqualTo("leaf 0");
    }

    @Test
    void a_predecessor_is_named_first_or_never() {
        var log = new WrittenLog("log.example/access/2").fill(20, random);
        log.add(Bytes.utf8(origin(2, first, SIGNED, KEPT, 100)));
        assertThat(rejected(log).where()).isEqualTo("leaf 20");
    }
}
