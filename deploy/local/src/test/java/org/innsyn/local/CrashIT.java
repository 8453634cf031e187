package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The launcher is killed in the middle of the work, again and again. */
class CrashIT {

    private static final int KILLS = 2;

    @Test
    void what_was_acknowledged_survives_every_kill_exactly_once() throws Exception {
        try (Installation house = new Installation("crash")) {
            house.up();
            Process traffic = house.start("demo", "traffic", "--seconds", "1800");
            for (int kill = 0; kill < KILLS; kill++) {
                awaitMoreAcknowledged(house);
                house.killLauncher();
                house.innsyn("status").endingWith(ExitCode.NOT_RUNNING);
                house.up();
            }
            traffic.toHandle().destroy(); // It makes no more accesses and reports those it made.

            assertThat(new String(traffic.getInputStream().readAllBytes())).contains("Nothing waits.", "0 rejected");
            await().atMost(Duration.ofMinutes(2)).untilAsserted(new AccessLog(house)::holdsExactlyWhatWasAcknowledged);
        }
    }

    /** So that every kill falls into the middle of something. */
    private static void awaitMoreAcknowledged(Installation house) throws Exception {
        var journal = house.home().resolve("demo/acknowledged.log");
        long before = Files.exists(journal) ? Files.size(journal) : 0;
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(journal) && Files.size(journal) > before + 2_000);
    }
}
