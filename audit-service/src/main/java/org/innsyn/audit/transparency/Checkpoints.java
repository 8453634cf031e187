package org.innsyn.audit.transparency;

import java.time.Clock;
import java.util.Base64;
import org.innsyn.audit.journal.JournalEntry.CheckpointSigned;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.audit.transparency.LogTables.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the log's size and root while there is news. Derived from the leaves alone: whoever signs a size signs the same root, and the
 * same text gives the same signature, so two instances cannot fork the log. While the log changes its key, both keys sign.
 */
final class Checkpoints {

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final LogTables tables;
    private final MerkleTree tree;
    private final LogKeys keys;
    private final StoreJournal journal;
    private final LogOrigins.Origin origin;
    private final Clock clock;

    Checkpoints(LogTables tables, MerkleTree tree, LogKeys keys, StoreJournal journal, LogOrigins.Origin origin, Clock clock) {
        this.tables = tables;
        this.tree = tree;
        this.keys = keys;
        this.journal = journal;
        this.origin = origin;
        this.clock = clock;
    }

    /** Publishes a checkpoint when the log has grown, and one of the empty log at the very beginning. */
    void publish() {
        try {
            long size = tables.size();
            var newest = tables.newest();
            if (newest.isEmpty() || newest.get().size() < size) {
                var root = tree.root(size);
                var note = keys.sign(keys.origin() + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n");
                // A checkpoint that was published must never be unknown to the journal: it comes first, or the checkpoint does not.
                journal.signed(new CheckpointSigned(origin.generation(), size, root, note, keys.all().getFirst().verifierKey()));
                tables.publish(new Checkpoint(size, note), clock.instant());
                journal.remember();
            } else {
                // The log stands still and its key changed: the new key vouches for what there is.
                keys.completed(newest.get()).ifPresent(note -> tables.replace(newest.get(), note));
            }
            keys.destroyRetired();
        } catch (RuntimeException e) {
            log.warn("no checkpoint was published ({}); trying again", e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }
}
