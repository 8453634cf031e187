package org.innsyn.audit.transparency;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.innsyn.audit.transparency.LogTables.Checkpoint;

/**
 * Which checkpoint the world is shown: the newest that enough witnesses signed. Witnesses that do not answer hold it back for a stated
 * time and no longer.
 */
final class PublishedCheckpoints {

    private final LogTables tables;
    private final int quorum;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param quorum how many witnesses must have signed; 0 to wait for none
     * @param patience after this a checkpoint is shown with fewer
     */
    PublishedCheckpoints(LogTables tables, int quorum, Duration patience, Clock clock) {
        this.tables = tables;
        this.quorum = quorum;
        this.patience = patience;
        this.clock = clock;
    }

    Optional<Checkpoint> newest() {
        return quorum == 0 ? tables.newest() : tables.newest(quorum, clock.instant().minus(patience));
    }

    /** The newest that covers this leaf: a cosigned one where there is one, otherwise the newest that is shown. */
    Optional<Checkpoint> covering(long index) {
        return now().covering(index);
    }

    /** Which ones there are at this moment, for many leaves. */
    Moment now() {
        return new Moment(tables.newestCosigned(Math.max(1, quorum)), newest());
    }

    /**
     * Checkpoints of one moment.
     *
     * @param cosigned the newest that witnesses signed
     * @param shown the newest that is shown
     */
    record Moment(Optional<Checkpoint> cosigned, Optional<Checkpoint> shown) {

        Optional<Checkpoint> covering(long index) {
            return cosigned.filter(checkpoint -> index < checkpoint.size()).or(() -> shown.filter(checkpoint -> index < checkpoint.size()));
        }
    }
}
