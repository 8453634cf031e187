package org.innsyn.dsr.worklist;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.platform.elasticsearch.VersionedIndex;
import org.innsyn.schemas.request.RequestPage;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.springframework.stereotype.Component;

/** Answers which requests there are, most urgent first. A second or so behind the events. */
@Component
public class Worklist {

    private final ElasticsearchClient client;
    private final VersionedIndex index;
    private final LegalClock legalClock;
    private final Clock clock;

    Worklist(ElasticsearchClient client, VersionedIndex worklistIndex, LegalClock legalClock, Clock clock) {
        this.client = client;
        this.index = worklistIndex;
        this.legalClock = legalClock;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param states only these; none means all
     * @param page from 0
     * @throws SystemUnavailable when Elasticsearch does not answer
     */
    public RequestPage page(List<RequestState> states, int page, int size) {
        try {
            var found = client.search(search -> search
                            .index(index.alias())
                            .from(page * size)
                            .size(size)
                            .trackTotalHits(total -> total.enabled(true))
                            .version(true)
                            // After the counting, so that the counts do not depend on the filter.
                            .postFilter(in(states))
                            .aggregations("byState", counts -> counts.terms(terms -> terms.field("state").size(RequestState.values().length)))
                            .sort(by -> by.field(field -> field.field("closed").order(SortOrder.Asc)))
                            .sort(by -> by.field(field -> field.field("urgency").order(SortOrder.Asc)))
                            .sort(by -> by.field(field -> field.field("id").order(SortOrder.Asc))),
                    WorklistLine.class);
            return new RequestPage(
                    found.hits().hits().stream().map(hit -> summary(hit.source(), hit.version())).toList(), found.hits().total().value(), byState(found));
        } catch (IOException | ElasticsearchException e) {
            throw new SystemUnavailable("The list of requests is kept in a search index that does not answer. The requests themselves are safe.");
        }
    }

    private static Query in(List<RequestState> states) {
        return states.isEmpty()
                ? Query.of(query -> query.matchAll(all -> all))
                : Query.of(query -> query.terms(terms -> terms.field("state")
                        .terms(values -> values.value(states.stream().map(state -> FieldValue.of(state.name())).toList()))));
    }

    private static Map<RequestState, Long> byState(SearchResponse<WorklistLine> found) {
        var counts = new EnumMap<RequestState, Long>(RequestState.class);
        for (var bucket : found.aggregations().get("byState").sterms().buckets().array()) {
            counts.put(RequestState.valueOf(bucket.key().stringValue()), bucket.docCount());
        }
        return counts;
    }

    /** @param version of the request that the line was written from */
    private Summary summary(WorklistLine line, long version) {
        var limit = LocalDate.parse(line.limit());
        return new Summary(
                UUID.fromString(line.id()),
                line.reference(),
                version,
                Right.valueOf(line.right()),
                RequestState.valueOf(line.state()),
                Instant.ofEpochMilli(line.receivedAt()),
                limit,
                legalClock.daysLeft(limit, clock.instant()),
                line.closedAt() == null ? null : Instant.ofEpochMilli(line.closedAt()),
                Boolean.TRUE.equals(line.extended()),
                line.open() == null ? List.of() : line.open());
    }
}
