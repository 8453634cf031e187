package org.innsyn.drill.crash;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.drill.Until;
import org.innsyn.drill.check.Aftermath;
import org.innsyn.drill.check.Kafka;
import org.innsyn.drill.check.Published;
import org.innsyn.drill.kill.Kill;
import org.innsyn.drill.kill.Postgres;
import org.innsyn.drill.load.Load;

/** Applications report over HTTP and Kafka all the time; in each round something is killed at a random moment. */
final class CrashDrill {

    static final List<String> SETTINGS = List.of("--innsyn.log.heads-every=1s");
    private static final int OVER_HTTP = 4;
    private static final int OVER_KAFKA = 2;
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 4_000;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration AFTERWARDS = Duration.ofMillis(500);

    private final Workplace place;
    private final RandomGenerator random;

    CrashDrill(Workplace place, RandomGenerator random) {
        this.place = place;
        this.random = random;
    }

    /** Goes on until the tally has {@code rounds}; stops after the first that leaves something to complain about. */
    void run(int rounds, Tally tally) throws Exception {
        try (var house = House.open(place);
                var kafka = new Kafka(house.engines().kafka().bootstrapServers())) {
            var service = house.auditService("audit", SETTINGS);
            try (var load = new Load(house, List.of(service), OVER_HTTP, OVER_KAFKA);
                    var published = new Published(List.of(service))) {
                while (tally.rounds().size() < rounds && tally.rounds().stream().allMatch(Round::isWell)) {
                    var round = round(Kill.values()[tally.rounds().size() % Kill.values().length], service, new Postgres(house), kafka, load, published);
                    tally.add(round);
                    place.progress().say("round %d of %d: killed %s, %,d acknowledged, lost %d, duplicates %d, gaps %d, %d checkpoints hold%s", tally.rounds().size(), rounds,
                            round.kill(), round.acknowledged(), round.lost(), round.duplicates(), round.gaps(), round.checkpoints(), round.isWell() ? "" : " " + round.complaints());
                }
            }
        }
    }

    private Round round(Kill kill, AuditService service, Postgres postgres, Kafka kafka, Load load, Published published) throws Exception {
        long millis = random.nextLong(SHORTEST_MILLIS, LONGEST_MILLIS);
        long before = sum(load.acknowledged());
        load.work();
        // A kill before anything was acknowledged could lose nothing.
        Until.holds("a report is acknowledged", FIRST, () -> sum(load.acknowledged()) > before);
        Thread.sleep(millis);
        long sinceLast = sum(load.acknowledged()) - before;
        kill.strike(service, postgres, random);
        postgres.awaitRunning();
        service.restart();
        Thread.sleep(AFTERWARDS);
        load.pause();
        var found = Aftermath.of(service, kafka, load.acknowledged(), published);
        return new Round(kill.toString(), millis, found.recorded().acknowledged(), sinceLast, found.recorded().lost(), found.recorded().duplicates(), found.recorded().gaps(),
                found.checkpoints(), found.leaves(), found.complaints());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
