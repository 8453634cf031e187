package org.innsyn.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private final OpenLoop loop = new OpenLoop(1_000);

    @Test
    void every_piece_is_begun_once_and_in_order() {
        var begun = new ArrayList<Integer>();

        var measured = loop.run(4, i -> {
            begun.add(i);
            return CompletableFuture.completedFuture(i);
        });

        assertThat(begun).isEqualTo(List.of(0, 1, 2, 3));
        assertThat(measured.values()).hasSize(4).allMatch(value -> value >= 0);
    }

    /** A lower bound that no machine can miss: what is late is measured from when it was due. */
    @Test
    void a_stall_is_paid_for_by_what_was_due_meanwhile() {
        var measured = loop.run(3, i -> {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(i == 0 ? 20 : 0);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return CompletableFuture.completedFuture(i);
        });

        assertThat(measured.values().get(1)).isGreaterThanOrEqualTo(19);
        assertThat(measured.values().get(2)).isGreaterThanOrEqualTo(18);
    }
}
