package org.innsyn.audit.accesslog;

import java.util.ArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.operator.Rebuilt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the index anew beside the old one, which is read until the new one takes its place. Reporting goes on; what is recorded
 * meanwhile follows from where the projection stopped, and lands on the same ids.
 */
public final class AccessLogRebuild {

    private static final Logger log = LoggerFactory.getLogger(AccessLogRebuild.class);
    private static final int BATCH = 1_000;

    private final AccessLogIndex index;
    private final EventStorageEngine events;
    private final EventProcessingConfiguration processing;
    private final LedgerHeads heads;
    private final ReentrantLock running = new ReentrantLock();

    AccessLogRebuild(AccessLogIndex index, EventStorageEngine events, EventProcessingConfiguration processing, LedgerHeads heads) {
        this.index = index;
        this.events = events;
        this.processing = processing;
        this.heads = heads;
    }

    /** @throws Problem 409 when one is running already */
    public Rebuilt run() {
        if (!running.tryLock()) {
            throw new Problem(409, "not-now", "A rebuild is running", "The access log is being rebuilt already. Wait for it to end.");
        }
        var projection = processing.eventProcessor(AccessLogProjection.NAME, EventProcessor.class).orElseThrow();
        try {
            projection.shutDown();
            return rebuild();
        } finally {
            projection.start();
            running.unlock();
        }
    }

    private Rebuilt rebuild() {
        var next = index.versions().createNext();
        long documents;
        try (var writing = new BatchWriting(batch -> index.write(next, batch))) {
            documents = fill(writing);
        }
        index.versions().activate(next);
        // Read before they were shredded, written after: nobody else would remove these.
        heads.shredded().forEach(ledger -> index.delete(next, ledger));
        heads.expired().forEach((ledger, upTo) -> index.delete(next, ledger, upTo));
        index.versions().refresh();
        index.versions().dropOthers();
        return new Rebuilt(next, documents);
    }

    /** Reads a batch while the one before is written. */
    private long fill(BatchWriting writing) {
        TrackingToken after = null;
        long documents = 0;
        for (boolean more = true; more; ) {
            var batch = new ArrayList<AccessDocument>(BATCH);
            more = false;
            try (var stream = events.readEvents(after, false)) {
                var iterator = stream.iterator();
                while (iterator.hasNext() && batch.size() < BATCH) {
                    var event = iterator.next();
                    after = event.trackingToken();
                    more = true;
                    if (event.getPayload() instanceof AccessRecorded recorded) {
                        batch.add(AccessDocument.of(recorded));
                    }
                }
            }
            writing.write(batch);
            documents += batch.size();
            log.info("access log rebuild: {} documents", documents);
        }
        writing.await();
        return documents;
    }
}
