package org.innsyn.audit.transparency;

import java.time.Clock;
import java.util.Base64;
import org.innsyn.audit.transparency.LogTables.Checkpoint;
import org.innsyn.platform.crypto.NoteKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the log's size and root while there is news. Derived from the leaves alone: whoever signs a size signs the same root, and the
 * same text gives the same signature, so two instances cannot fork the log.
 */
final class Checkpoints {

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final LogTables tables;
    private final MerkleTree tree;
    private final NoteKey key;
    private final Clock clock;

    Checkpoints(LogTables tables, MerkleTree tree, NoteKey key, Clock clock) {
        this.tables = tables;
        this.tree = tree;
        this.key = key;
        this.clock = clock;
    }

    /** Publishes a checkpoint when the log has grown, and one of the empty log at the very beginning. */
    void publish() {
        try {
            long size = tables.size();
            if (tables.newest().filter(newest -> newest.size() >= size).isEmpty()) {
                var text = key.name() + "\n" + size + "\n" + Base64.getEncoder().encodeToString(tree.root(size)) + "\n";
                tables.publish(new Checkpoint(size, key.sign(text)), clock.instant());
            }
        } catch (RuntimeException e) {
            log.warn("no checkpoint was published ({}); trying again", e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }
}
