package org.innsyn.dsr.worklist;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.notice.NoticeEvent;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.platform.elasticsearch.VersionedIndex;
import org.springframework.stereotype.Component;

/**
 * Keeps the list in step with the events. Writes what a request is now, not what one event changed, under the request's own version: so
 * events told twice or late change nothing, and a list filled anew comes out the same.
 */
@Component
@ProcessingGroup(WorklistProjection.NAME)
class WorklistProjection {

    /** Counted up whenever a line holds more than before: a processor of a new name writes all lines anew. */
    static final String NAME = "worklist-2";
    private static final int CONFLICT = 409;

    private final ElasticsearchClient client;
    private final VersionedIndex index;
    private final RequestHistories histories;
    private final Notices notices;

    WorklistProjection(ElasticsearchClient client, VersionedIndex worklistIndex, RequestHistories histories, Notices notices) {
        this.client = client;
        this.index = worklistIndex;
        this.histories = histories;
        this.notices = notices;
    }

    @EventHandler
    void on(RequestEvent event) {
        histories.find(event.request()).ifPresent(this::write);
    }

    /** What became of a letter is no change of the request, but somebody may have to do something about it. */
    @EventHandler
    void on(NoticeEvent event) {
        histories.find(event.request()).ifPresent(this::write);
    }

    private void write(RequestHistory request) {
        try {
            client.index(document -> document
                    .index(index.alias())
                    .id(request.id().toString())
                    .version(request.version())
                    .versionType(VersionType.ExternalGte)
                    .document(WorklistLine.of(request, notices.of(request.id()))));
        } catch (ElasticsearchException e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
            // A newer state is already there.
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch did not answer", e);
        }
    }
}
