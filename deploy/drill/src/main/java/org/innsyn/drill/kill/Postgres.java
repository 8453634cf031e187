package org.innsyn.drill.kill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.innsyn.bench.house.House;
import org.innsyn.drill.Until;
import org.innsyn.engines.EngineStartFailed;
import org.innsyn.engines.PostgresEngine;

/** The house's PostgreSQL: one process that listens, and one for each connection and task. */
public final class Postgres {

    private static final Duration RESTART_LIMIT = Duration.ofSeconds(60);

    private final PostgresEngine engine;

    public Postgres(House house) {
        engine = house.engines().postgres();
    }

    /** The ids of all its processes but the one that listens. */
    public List<Long> workers() {
        return ProcessHandle.of(listener()).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid).toList();
    }

    /** Ends all of its processes at once: what was only in memory they share is gone. */
    public void killAll() throws IOException, InterruptedException {
        var all = new ArrayList<>(workers());
        all.add(listener());
        signal(all);
    }

    /** Ends the one that listens; the others notice and end by themselves. */
    public void killListener() throws IOException, InterruptedException {
        signal(List.of(listener()));
    }

    /** Ends one of the others; the listener then ends the rest and recovers. */
    public void killOne(RandomGenerator random) throws IOException, InterruptedException {
        var workers = workers();
        signal(List.of(workers.get(random.nextInt(workers.size()))));
    }

    /** One command for all: between the first and the last lie microseconds. */
    private static void signal(List<Long> pids) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-KILL"));
        pids.forEach(pid -> command.add(pid.toString()));
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    /** Returns when it answers, over the data that is there; starts it where it does not run. */
    public void awaitRunning() throws InterruptedException {
        Until.holds("PostgreSQL runs again", RESTART_LIMIT, () -> {
            try {
                engine.start();
                return true;
            } catch (EngineStartFailed lastProcessesStillEnd) {
                return false;
            }
        });
    }

    /** Returns when nothing of it runs any more. */
    public void awaitEnd() throws InterruptedException {
        Until.holds("PostgreSQL has ended", RESTART_LIMIT, () -> !engine.isAlive());
    }

    private long listener() {
        return engine.pid().orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"));
    }
}
