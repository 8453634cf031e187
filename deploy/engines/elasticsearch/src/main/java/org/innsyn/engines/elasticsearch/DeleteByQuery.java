package org.innsyn.engines.elasticsearch;

import java.io.IOException;
import java.util.Arrays;
import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.action.bulk.BulkRequestBuilder;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.common.document.DocumentField;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.sort.SortOrder;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * Scrolls through what a query finds and deletes it page by page; a document that changed since it was found is a
 * conflict and stays.
 */
record DeleteByQuery(
        String[] indices, QueryBuilder query, long most, String routing, boolean proceedOnConflict, boolean refresh, int pageSize) {

    private static final TimeValue KEEP = TimeValue.timeValueMinutes(5);

    Result run(NodeClient client) {
        long begun = System.nanoTime();
        Tally tally = new Tally();
        SearchResponse page = firstPage(client);
        String scroll = page.getScrollId();
        try {
            tally.total = Math.min(most, page.getHits().getTotalHits().value());
            for (long left = most; left > 0 && page.getHits().getHits().length > 0 && !stoppedBy(tally); left -= pageSize) {
                SearchHit[] found = page.getHits().getHits();
                delete(client, Arrays.copyOf(found, (int) Math.min(left, found.length)), tally);
                page.decRef();
                page = client.prepareSearchScroll(scroll).setScroll(KEEP).get();
                scroll = page.getScrollId();
            }
        } finally {
            page.decRef();
            client.prepareClearScroll().addScrollId(scroll).get();
        }
        if (refresh) {
            client.admin().indices().prepareRefresh(indices).get();
        }
        long tookMillis = (System.nanoTime() - begun) / 1_000_000;
        return new Result(
                stoppedBy(tally) ? RestStatus.CONFLICT : RestStatus.OK,
                tookMillis, tally.total, tally.deleted, tally.batches, tally.conflicts);
    }

    private boolean stoppedBy(Tally tally) {
        return tally.conflicts > 0 && !proceedOnConflict;
    }

    private SearchResponse firstPage(NodeClient client) {
        return client.prepareSearch(indices)
                .setScroll(KEEP)
                .setSize(pageSize)
                .setQuery(query)
                .setRouting(routing)
                .setFetchSource(false)
                .setTrackTotalHits(true)
                .seqNoAndPrimaryTerm(true)
                .addSort("_doc", SortOrder.ASC)
                .get();
    }

    private static void delete(NodeClient client, SearchHit[] hits, Tally tally) {
        BulkRequestBuilder bulk = client.prepareBulk();
        for (SearchHit hit : hits) {
            bulk.add(client.prepareDelete(hit.getIndex(), hit.getId())
                    .setRouting(routingOf(hit))
                    .setIfSeqNo(hit.getSeqNo())
                    .setIfPrimaryTerm(hit.getPrimaryTerm()));
        }
        tally.batches++;
        for (BulkItemResponse item : bulk.get()) {
            if (!item.isFailed()) {
                tally.deleted++;
            } else if (item.getFailure().getStatus() == RestStatus.CONFLICT) {
                tally.conflicts++;
            } else {
                throw new IllegalStateException("a document could not be deleted: " + item.getFailureMessage());
            }
        }
    }

    private static String routingOf(SearchHit hit) {
        DocumentField routing = hit.field("_routing");
        return routing == null ? null : routing.getValue();
    }

    private static final class Tally {
        long total;
        long deleted;
        int batches;
        long conflicts;
    }

    /** What the answer says. */
    record Result(RestStatus status, long tookMillis, long total, long deleted, int batches, long conflicts) {

        XContentBuilder toBody(XContentBuilder body) throws IOException {
            return body.startObject()
                    .field("took", tookMillis)
                    .field("timed_out", false)
                    .field("total", total)
                    .field("deleted", deleted)
                    .field("batches", batches)
                    .field("version_conflicts", conflicts)
                    .field("noops", 0)
                    .startObject("retries")
                    .field("bulk", 0)
                    .field("search", 0)
                    .endObject()
                    .field("throttled_millis", 0)
                    .field("requests_per_second", -1.0f)
                    .field("throttled_until_millis", 0)
                    .startArray("failures")
                    .endArray()
                    .endObject();
        }
    }
}
