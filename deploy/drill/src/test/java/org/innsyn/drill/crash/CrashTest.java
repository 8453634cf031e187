package org.innsyn.drill.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.innsyn.drill.DrillPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_there_once_after_every_kill_and_the_rounds_add_up() throws Exception {
        var file = folder.resolve("crash.json");

        var result = Crash.run(DrillPlace.open(), ROUNDS, file);

        assertThat(result.well()).as(result.words()).isTrue();
        var rounds = new Tally(file).rounds();
        assertThat(rounds).hasSize(ROUNDS).allMatch(round -> round.sinceLast() > 0);
        assertThat(rounds.getLast().checkpoints()).isPositive();
        assertThat(Crash.run(DrillPlace.open(), ROUNDS, file).words()).as("nothing left to do").isEqualTo(result.words());
    }

    @Test
    void a_loss_that_is_there_is_seen() throws Exception {
        var result = Crash.control(DrillPlace.open());

        assertThat(result.well()).as(result.words()).isTrue();
    }
}
