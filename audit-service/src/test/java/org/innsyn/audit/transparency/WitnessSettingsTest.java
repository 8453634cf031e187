package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** Witnesses as the operator names them. */
class WitnessSettingsTest {

    /** Of nobody: made once for this test, its private half is gone. */
    private static final String WITNESS = "innsyn.example/witness+272cae57+BLWShrlZceQcuGC4aawdzB1zjdFgAV0OxLLNcVhJnbfr";

    @TempDir
    Path folder;

    private static Environment environment(String key) {
        return new MockEnvironment().withProperty("innsyn.log.witnesses[0].key", key).withProperty("innsyn.log.witnesses[0].url", "http://127.0.0.1:1/");
    }

    private static PublishedCheckpoints checkpoints(LogHouse log, Environment environment, int quorum) {
        return new TransparencyConfiguration().publishedCheckpoints(log.tables(), environment, quorum, Duration.ofSeconds(10), log.clock());
    }

    @Test
    void a_quorum_needs_as_many_witnesses_as_are_named() {
        var log = new LogHouse(folder).grow(1);
        assertThat(checkpoints(log, environment(WITNESS), 1).newest()).as("not cosigned, and young").isEmpty();
        assertThat(checkpoints(log, new MockEnvironment(), 0).newest()).isPresent();
        assertThatThrownBy(() -> checkpoints(log, environment(WITNESS), 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> checkpoints(log, new MockEnvironment(), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_that_is_no_witnesss_stops_the_start() {
        var log = new LogHouse(folder).grow(1);
        String logKey = log.keys().all().getFirst().verifierKey();
        var configuration = new TransparencyConfiguration();
        for (String wrong : new String[] {logKey, WITNESS.replace("272c", "272d"), "no key"}) {
            assertThatThrownBy(() -> configuration.cosigners(log.tables(), log.tree(), environment(wrong), Clock.systemUTC())).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        configuration.cosigners(log.tables(), log.tree(), environment(WITNESS), Clock.systemUTC()).close();
    }
}
