package org.innsyn.drill.crash;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.drill.Until;
import org.innsyn.drill.check.Recorded;
import org.innsyn.drill.kill.Postgres;
import org.innsyn.drill.load.Load;

/**
 * Whether the drill would see a loss: PostgreSQL is told to acknowledge before it writes, and all of its processes end at once. What was
 * only in the memory they shared is then gone, though it was acknowledged. (What it had handed to the system would survive: a killed
 * process leaves the system's page cache, so a control that only turned fsync off would see nothing.)
 */
final class Control {

    /** And nobody else writes the log soon: a busy machine takes longer to tell the reporter than the 200 ms it usually takes to be written. */
    private static final List<String> ACKNOWLEDGE_BEFORE_WRITING = List.of(
            "synchronous_commit = off", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'", "bgwriter_lru_maxpages = 0");
    private static final int ATTEMPTS = 6;
    private static final int OVER_HTTP = 4;
    private static final int SHORTEST_MILLIS = 100;
    private static final int LONGEST_MILLIS = 1_500;
    /** Before that the service is only warming up. */
    private static final long ACKNOWLEDGED_FIRST = 500;
    private static final Duration WARM_LIMIT = Duration.ofMinutes(2);

    private final Workplace place;
    private final RandomGenerator random;

    Control(Workplace place, RandomGenerator random) {
        this.place = place;
        this.random = random;
    }

    /** How many acknowledged reports were lost, in up to {@value #ATTEMPTS} attempts; zero means that the drill sees nothing. */
    long lost() throws Exception {
        try (var house = House.open(place)) {
            for (var setting : ACKNOWLEDGE_BEFORE_WRITING) {
                house.admin().run("alter system set " + setting);
            }
            house.admin().run("select pg_reload_conf()");
            long lost = 0;
            for (int attempt = 1; lost == 0 && attempt <= ATTEMPTS; attempt++) {
                lost = attempt(house, attempt);
                place.progress().say("control, attempt %d: with synchronous_commit=off, %d acknowledged reports are lost", attempt, lost);
            }
            return lost;
        }
    }

    private long attempt(House house, int number) throws Exception {
        var postgres = new Postgres(house);
        try (var service = house.auditService("control_" + number, CrashDrill.SETTINGS);
                var load = new Load(house, List.of(service), OVER_HTTP, 0)) {
            load.work();
            Until.holds("reports are acknowledged", WARM_LIMIT, () -> load.acknowledged().values().stream().mapToLong(Long::longValue).sum() > ACKNOWLEDGED_FIRST);
            Thread.sleep(random.nextLong(SHORTEST_MILLIS, LONGEST_MILLIS));
            postgres.killAll();
            service.kill();
            load.close();
            postgres.awaitEnd();
            postgres.awaitRunning();
            return Recorded.compare(service.database(), load.acknowledged()).lost();
        }
    }
}
