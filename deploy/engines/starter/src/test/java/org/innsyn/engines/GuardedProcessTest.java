package org.innsyn.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.innsyn.engines.GuardedProcess.StopSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {

    @TempDir
    Path folder;

    @Test
    void a_process_that_only_stands_still_has_not_ended() throws Exception {
        var ends = new AtomicInteger();
        var guarded = GuardedProcess.start(List.of("sleep", "600"), folder, folder.resolve("pid"), folder.resolve("log"), StopSignal.TERM);
        guarded.whenEnded(code -> ends.incrementAndGet());
        try {
            await().until(() -> guarded.pid().isPresent());
            send("STOP", guarded);
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> guarded.isAlive() && ends.get() == 0);

            send("KILL", guarded);
            await().untilAsserted(() -> assertThat(ends).hasValue(1));
        } finally {
            guarded.stop();
        }
    }

    private static void send(String signal, GuardedProcess to) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, to.pid().orElseThrow().toString()).start().waitFor()).isZero();
    }
}
