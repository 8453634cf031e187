package org.innsyn.local;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.innsyn.engines.Engine;
import org.innsyn.engines.EngineExit;
import org.innsyn.engines.EngineStartFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices an engine that ended unasked, says so, and starts it again over the same data. */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** What is left of the last one may still be ending, and holds its data. */
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(2);

    private final Function<String, Engine> engines;
    private final Board board;
    private final Map<String, Restarts> restarts = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /**
     * @param engines finds an engine by its name
     * @param board where changes are shown
     */
    Supervisor(Function<String, Engine> engines, Board board) {
        this.engines = engines;
        this.board = board;
    }

    void stopping() {
        stopping = true;
    }

    void ended(EngineExit exit) {
        if (stopping) {
            return;
        }
        LOG.warn("{} ended unasked with code {}", exit.engine(), exit.exitCode());
        Restarts counted = restarts.computeIfAbsent(exit.engine(), name -> new Restarts(Clock.systemUTC()));
        if (counted.oneMore()) {
            startAgain(exit);
        } else {
            giveUp(exit);
        }
    }

    private void startAgain(EngineExit exit) {
        board.engine(exit.engine(), HouseState.Phase.RESTARTING);
        board.say("%s ended unasked (code %d). Its data is kept; it is started again. Log: %s"
                .formatted(exit.engine(), exit.exitCode(), exit.log()));
        try {
            engines.apply(exit.engine()).start();
            board.engine(exit.engine(), HouseState.Phase.RUNNING);
            board.say(exit.engine() + " answers again.");
            LOG.info("{} answers again", exit.engine());
        } catch (EngineStartFailed failed) {
            LOG.error("{} did not come back", exit.engine(), failed);
            board.say(failed.getMessage());
            LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
            ended(exit);
        }
    }

    private void giveUp(EngineExit exit) {
        board.engine(exit.engine(), HouseState.Phase.FAILED);
        board.say("%s ended %d times within %d minutes and is not started again. Everything recorded is kept. Read %s, then ./innsyn down and ./innsyn up."
                .formatted(exit.engine(), Restarts.MOST + 1, Restarts.WHILE.toMinutes(), exit.log()));
        LOG.error("{} is given up", exit.engine());
    }
}
