package org.innsyn.local;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status} tells.
 *
 * @param state of the whole
 * @param pid of the launcher
 * @param url where people go
 * @param port the first of the house's ports
 * @param since when the launcher was started
 * @param parts engines and services
 */
record HouseState(Phase state, long pid, String url, int port, Instant since, List<Part> parts) {

    /** What a part or the whole is doing. */
    enum Phase {
        STARTING,
        RUNNING,
        RESTARTING,
        FAILED,
        STOPPED
    }

    /**
     * One engine or service.
     *
     * @param name as people and {@code ./innsyn logs} know it
     * @param state what it is doing
     * @param pid its process; services live in the launcher's
     * @param address where it listens
     * @param log the file it writes
     */
    record Part(String name, Phase state, @Nullable Long pid, String address, String log) {}

    boolean isHealthy() {
        return state == Phase.RUNNING && parts.stream().allMatch(part -> part.state() == Phase.RUNNING);
    }
}
