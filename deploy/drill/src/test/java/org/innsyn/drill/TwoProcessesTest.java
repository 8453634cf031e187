package org.innsyn.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.house.House;
import org.innsyn.drill.check.Aftermath;
import org.innsyn.drill.check.Kafka;
import org.innsyn.drill.check.Published;
import org.innsyn.drill.load.Load;
import org.junit.jupiter.api.Test;

/** Two processes of the audit-service over one PostgreSQL and one Kafka. */
class TwoProcessesTest {

    private static final List<String> SETTINGS = List.of("--innsyn.log.heads-every=1s");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** The group sees a death only when its session has run out, and all that is reported meanwhile is held to the log in the end. */
    private static final Duration REST = Duration.ofMillis(300);

    /**
     * Both write into the same ledgers all the time, so whatever one keeps in memory of a ledger the other has changed; each death and each
     * return moves the topic's partitions to the other process while it is reading them.
     */
    @Test
    void two_processes_share_the_load_and_either_may_die_without_loss_or_doubling() throws Exception {
        try (var house = House.open(DrillPlace.open());
                var kafka = new Kafka(house.engines().kafka().bootstrapServers())) {
            var first = house.auditService("first", SETTINGS);
            var second = house.beside(first, "second", SETTINGS);
            try (var load = new Load(house, List.of(first, second), 4, 4, REST);
                    var published = new Published(List.of(first, second))) {
                load.work();
                awaitMore(load);
                var share = partitions(kafka);
                assertThat(share.values()).as("both read the topic: %s", share).hasSize(2).allMatch(count -> count > 0);

                second.kill();
                awaitMore(load);
                second.restart();
                awaitMore(load);
                first.kill();
                awaitMore(load);
                first.restart();
                awaitMore(load);

                load.pause();
                for (var service : List.of(first, second)) {
                    var found = Aftermath.of(service, kafka, load.acknowledged(), published);
                    assertThat(found.complaints()).isEmpty();
                    assertThat(found.recorded().acknowledged()).isPositive();
                }
            }
        }
    }

    /** Every application goes on, over HTTP and over Kafka. */
    private static void awaitMore(Load load) throws InterruptedException {
        var before = load.acknowledged();
        Until.holds("every application gets on", LIMIT, () -> load.acknowledged().entrySet().stream().allMatch(each -> each.getValue() >= before.get(each.getKey()) + 40));
    }

    /** How many partitions each member of the group reads. */
    private static Map<String, Integer> partitions(Kafka kafka) throws InterruptedException {
        Until.holds("the group has two members", LIMIT, () -> kafka.members().size() == 2 && !kafka.members().containsValue(0));
        return kafka.members();
    }
}
