package org.innsyn.platform.clockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockworkTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Clockwork clockwork = new Clockwork("clockwork", 1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void it_goes_on_until_it_is_stopped_and_no_longer() {
        var times = new AtomicInteger();
        clockwork.every(OFTEN, times::incrementAndGet);
        await().until(() -> times.get() > 3);
        clockwork.stop(LONG);
        int stopped = times.get();
        await().during(Duration.ofMillis(50)).until(() -> times.get() == stopped);
    }

    @Test
    void what_is_being_done_comes_to_its_end() throws InterruptedException {
        clockwork.every(OFTEN, this::work);
        begun.await();
        var stopping = Thread.startVirtualThread(() -> clockwork.stop(LONG));
        mayEnd.countDown();
        stopping.join();
        assertThat(interrupted).isFalse();
    }

    @Test
    void what_does_not_end_in_time_is_interrupted() throws InterruptedException {
        clockwork.every(OFTEN, this::work);
        begun.await();
        clockwork.stop(OFTEN);
        await().untilTrue(interrupted);
    }

    private void work() {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
    }
}
