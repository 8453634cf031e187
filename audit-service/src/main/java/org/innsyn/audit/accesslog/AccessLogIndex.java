package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Conflicts;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Level;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.indices.stats.ShardStats;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.elasticsearch.VersionedIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The access log's documents: written in bulk under the entry's id, routed by ledger, so that writing one again changes nothing. */
public final class AccessLogIndex {

    private static final Logger log = LoggerFactory.getLogger(AccessLogIndex.class);

    /** Longer than any bulk request takes; all attempts together are shorter than Axon lets a batch of events take. */
    private static final Duration BULK_LIMIT = Duration.ofSeconds(20);
    private static final int BULK_ATTEMPTS = 3;

    private final ElasticsearchClient client;
    private final VersionedIndex versions;
    private final JsonMapper json = JsonMapper.builder().build();

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
                // As bytes: the client's own way to write an object takes several times as long.
                .document(BinaryData.of(json.writeValueAsBytes(document), ContentType.APPLICATION_JSON)))));
        require(bulk(bulk.build()));
    }

    /** Deletes every document of the ledger from {@code index}, also those written a moment ago. */
    void delete(String index, LedgerId ledger) {
        call(() -> client.indices().refresh(r -> r.index(index)));
        call(() -> client.deleteByQuery(d -> d.index(index).routing(ledger.toString()).query(of(ledger)).refresh(true)));
    }

    /**
     * Deletes up to {@code most} documents of the ledger, also those written a moment ago; returns how many. The server looks for them and
     * deletes them itself, so that none travels. One that is deleted by another process meanwhile is not counted.
     */
    long delete(LedgerId ledger, long most) {
        versions.refresh();
        return Objects.requireNonNull(call(() -> client.deleteByQuery(d -> d.index(alias()).routing(ledger.toString()).query(of(ledger))
                .maxDocs(most).conflicts(Conflicts.Proceed).refresh(true))).deleted());
    }

    /**
     * Sends it again when it is not answered: on a busy machine a server of version 9.5.3 was seen never to read a large request to its end.
     * Writing or deleting the same once more changes nothing.
     */
    private BulkResponse bulk(BulkRequest request) {
        for (int tried = 1; ; tried++) {
            try {
                return call(() -> withinLimit(request));
            } catch (IndexAway e) {
                if (tried == BULK_ATTEMPTS) {
                    throw e;
                }
                log.warn("{} documents are sent again: {}", request.operations().size(), e.getMessage());
            }
        }
    }

    /** A limit of our own: while a request cannot be sent to its end, one that was set for it alone was seen to have no effect. */
    private BulkResponse withinLimit(BulkRequest request) throws IOException {
        var answer = new FutureTask<>(() -> client.bulk(request));
        Thread.ofVirtual().name("bulk").start(answer);
        try {
            return answer.get(BULK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SocketTimeoutException("no answer within " + BULK_LIMIT.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped while a request was under way");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static void require(BulkResponse response) {
        response.items().stream().filter(item -> item.error() != null).findFirst().ifPresent(failed -> {
            throw new IllegalStateException("Elasticsearch refused a document: " + failed.error().type());
        });
    }

    /** Deletes the ledger's documents up to this number from {@code index}, also those written a moment ago. */
    void delete(String index, LedgerId ledger, long upTo) {
        call(() -> client.indices().refresh(r -> r.index(index)));
        call(() -> client.deleteByQuery(d -> d.index(index).routing(ledger.toString()).refresh(true)
                .query(q -> q.bool(b -> b.filter(of(ledger)).filter(f -> f.range(r -> r.number(n -> n.field("number").lte((double) upTo))))))));
    }

    /** How many changes each shard has had until now: what was deleted before is below. */
    public ShardMarks marks() {
        return ShardMarks.newest(shards());
    }

    /**
     * Makes the server write anew what holds deleted documents: until then they lie in its files, though nobody finds them. By default it
     * leaves alone what is mostly alive, so it is told not to. And it keeps what was deleted a while ago for copies of the shard that may
     * have to catch up, until it has noted that none has to; so nothing is done before that has been noted.
     *
     * @param deleted what was asked for after the deletions
     * @return whether it was done; otherwise it has to be asked again, seconds later
     */
    public boolean expunge(ShardMarks deleted) {
        if (!ShardMarks.released(shards()).reaches(deleted)) {
            return false;
        }
        call(() -> client.indices().flush(f -> f.index(alias()).force(true)));
        call(() -> client.indices().putSettings(s -> s.index(alias()).settings(i -> i.otherSettings("index.merge.policy.expunge_deletes_allowed", JsonData.of(0)))));
        call(() -> client.indices().forcemerge(f -> f.index(alias()).onlyExpungeDeletes(true)));
        // Who searches holds the files of before until they look anew.
        versions.refresh();
        call(() -> client.indices().flush(f -> f.index(alias()).force(true)));
        return true;
    }

    private Map<String, List<ShardStats>> shards() {
        return call(() -> client.indices().stats(s -> s.index(alias()).level(Level.Shards))).indices().entrySet().stream()
                .flatMap(index -> index.getValue().shards().entrySet().stream().map(shard -> Map.entry(index.getKey() + "/" + shard.getKey(), shard.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
            var message = "the index answered " + e.status() + " " + e.error().type();
            // What it finds wrong with a question is a fault of ours; anything else passes.
            throw e.status() == 400 ? new IndexUnavailable(message) : new IndexAway(message);
        } catch (IOException e) {
            throw new IndexAway("the index did not answer: " + e.getClass().getSimpleName());
        }
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    /** The index cannot be read or written now; PostgreSQL has everything it should hold. */
    public static class IndexUnavailable extends RuntimeException {
        IndexUnavailable(String message) {
            super(message);
        }
    }

    /** The same, and it may be asked the same again later. */
    static final class IndexAway extends IndexUnavailable {
        IndexAway(String message) {
            super(message);
        }
    }
}
