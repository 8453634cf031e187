package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.elasticsearch.VersionedIndex;

/** The access log's documents: written in bulk under the entry's id, routed by ledger, so that writing one again changes nothing. */
public final class AccessLogIndex {

    private final ElasticsearchClient client;
    private final VersionedIndex versions;

    AccessLogIndex(ElasticsearchClient client, VersionedIndex versions) {
        this.client = client;
        this.versions = versions;
    }

    /** What the index goes by, whichever version of it is read. */
    String alias() {
        return versions.alias();
    }

    VersionedIndex versions() {
        return versions;
    }

    /** Writes all of them or throws; those written before the failure are simply written again. */
    void write(String index, List<AccessDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        var bulk = new BulkRequest.Builder().index(index);
        documents.forEach(document -> bulk.operations(operation -> operation.index(to -> to
                .id(document.entry().toString())
                .routing(document.ledger().toString())
                .document(document))));
        var response = call(() -> client.bulk(bulk.build()));
        if (response.errors()) {
            var failed = response.items().stream().filter(item -> item.error() != null).findFirst().orElseThrow();
            throw new IllegalStateException("Elasticsearch refused a document: " + failed.error().type());
        }
    }

    /** Deletes every document of the ledger from {@code index}, also those written a moment ago. */
    void delete(String index, LedgerId ledger) {
        call(() -> client.indices().refresh(r -> r.index(index)));
        call(() -> client.deleteByQuery(d -> d.index(index).routing(ledger.toString()).query(of(ledger)).refresh(true)));
    }

    /** Deletes the ledger's documents up to this number from {@code index}, also those written a moment ago. */
    void delete(String index, LedgerId ledger, long upTo) {
        call(() -> client.indices().refresh(r -> r.index(index)));
        call(() -> client.deleteByQuery(d -> d.index(index).routing(ledger.toString()).refresh(true)
                .query(q -> q.bool(b -> b.filter(of(ledger)).filter(f -> f.range(r -> r.number(n -> n.field("number").lte((double) upTo))))))));
    }

    /**
     * Makes the server write anew what holds deleted documents: until then they lie in its files, though nobody finds them. By default it
     * leaves alone what is mostly alive, so it is told not to.
     */
    public void expunge() {
        call(() -> client.indices().putSettings(s -> s.index(alias()).settings(i -> i.otherSettings("index.merge.policy.expunge_deletes_allowed", JsonData.of(0)))));
        call(() -> client.indices().flush(f -> f.index(alias())));
        call(() -> client.indices().forcemerge(f -> f.index(alias()).onlyExpungeDeletes(true)));
        // Who searches holds the files of before until they look anew.
        versions.refresh();
        call(() -> client.indices().flush(f -> f.index(alias()).force(true)));
    }

    SearchResponse<AccessDocument> search(Function<SearchRequest.Builder, SearchRequest.Builder> request) {
        return call(() -> client.search(request.apply(new SearchRequest.Builder().index(versions.alias())).build(), AccessDocument.class));
    }

    /** How many of the ledger's entries can be found now. */
    public long count(LedgerId ledger) {
        return call(() -> client.count(c -> c.index(versions.alias()).routing(ledger.toString()).query(of(ledger)))).count();
    }

    /** The same, with everything written so far made visible first. */
    public long countAfterRefresh(LedgerId ledger) {
        versions.refresh();
        return count(ledger);
    }

    /** How many entries can be found, with everything written so far made visible first. */
    public long countAfterRefresh() {
        versions.refresh();
        return count();
    }

    long count() {
        return call(() -> client.count(c -> c.index(versions.alias()))).count();
    }

    /** When the newest entry that can be found was recorded. */
    Optional<Instant> newest(Optional<LedgerId> ledger) {
        var query = ledger.map(AccessLogIndex::of).orElseGet(() -> Query.of(q -> q.matchAll(m -> m)));
        return search(s -> s.query(query).size(1).sort(o -> o.field(f -> f.field("recordedAt").order(co.elastic.clients.elasticsearch._types.SortOrder.Desc))))
                .hits().hits().stream().findFirst().map(hit -> Instant.parse(hit.source().recordedAt()));
    }

    static Query of(LedgerId ledger) {
        return Query.of(q -> q.term(t -> t.field("ledger").value(ledger.toString())));
    }

    /** What went wrong by its kind: the server's own message may quote a query. */
    private static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (ElasticsearchException e) {
            throw new IndexUnavailable("the index answered " + e.status() + " " + e.error().type());
        } catch (IOException e) {
            throw new IndexUnavailable("the index did not answer: " + e.getClass().getSimpleName());
        }
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    /** The index cannot be read or written now; PostgreSQL has everything it should hold. */
    static final class IndexUnavailable extends RuntimeException {
        IndexUnavailable(String message) {
            super(message);
        }
    }
}
