package org.innsyn.audit.transparency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.innsyn.audit.transparency.LogTables.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one witness for its cosignature of the newest checkpoint, again and again. A checkpoint that was overtaken while the witness was
 * busy is left out. Nobody waits for it: recording and publishing go on whatever the witness does.
 */
final class Cosigning implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Cosigning.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int ROUNDS = 3;

    private final Witness witness;
    private final LogTables tables;
    private final MerkleTree tree;
    private final Clock clock;
    private long remembered;
    private Duration pause = Duration.ZERO;
    private Instant resumeAt = Instant.MIN;
    private volatile boolean troubled;

    Cosigning(Witness witness, LogTables tables, MerkleTree tree, Clock clock) {
        this.witness = witness;
        this.tables = tables;
        this.tree = tree;
        this.clock = clock;
    }

    /** Whether the witness refused the log, or remembers a longer one, and has not signed since. */
    boolean isTroubled() {
        return troubled;
    }

    @Override
    public void run() {
        try {
            var newest = tables.newest();
            if (newest.isPresent() && !clock.instant().isBefore(resumeAt) && !witness.key().isNamedIn(newest.get().note())) {
                ask(newest.get());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("the witness {} was not asked ({}); trying again", witness.key().name(), e.getClass().getSimpleName());
            log.debug("cause", e);
            rest();
        }
    }

    private void ask(Checkpoint checkpoint) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            if (remembered > checkpoint.size()) {
                ahead(checkpoint);
                return;
            }
            switch (witness.add(remembered, tree.consistency(remembered, checkpoint.size()), checkpoint.note())) {
                case Witness.Answer.Cosigned cosigned -> {
                    tables.cosign(checkpoint.size(), cosigned.line());
                    remembered = checkpoint.size();
                    pause = Duration.ZERO;
                    troubled = false;
                    return;
                }
                case Witness.Answer.OtherSize other -> remembered = other.size();
                case Witness.Answer.Refused refused -> {
                    troubled = true;
                    log.error("the witness {} refuses the checkpoint over {} entries with status {}: 403 and 404 mean that it was not told of this log or its key,"
                            + " 422 that it has seen another story of this log", witness.key().name(), checkpoint.size(), refused.status());
                    rest();
                    return;
                }
                case Witness.Answer.Silent silent -> {
                    log.warn("the witness {} gave no cosignature ({}); trying again", witness.key().name(), silent.why());
                    rest();
                    return;
                }
            }
        }
        rest();
    }

    /** Another process may have published more meanwhile; a log that is shorter for good was restored from a backup. */
    private void ahead(Checkpoint checkpoint) {
        if (tables.size() < remembered) {
            troubled = true;
            log.error("the witness {} cosigned {} entries and this log has {}: entries were lost, or the database was restored from a backup",
                    witness.key().name(), remembered, checkpoint.size());
        }
        remembered = 0;
        rest();
    }

    private void rest() {
        pause = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        resumeAt = clock.instant().plus(pause);
    }
}
