package org.innsyn.bench.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.Elasticsearch;
import org.innsyn.bench.measure.ContentsDiffer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The access log's documents as the index holds them, read without the service. */
public final class IndexedDocuments {

    public static final String ALIAS = "innsyn-access-log";

    private static final int PAGE = 5_000;

    private final Elasticsearch elasticsearch;

    public IndexedDocuments(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Everything recorded from {@code since} on (ISO instant), in the order of ids. */
    List<JsonNode> since(String since) {
        var all = new ArrayList<JsonNode>();
        page("{\"range\": {\"recordedAt\": {\"gte\": \"%s\"}}}".formatted(since), all::addAll);
        return all;
    }

    /** Copies a ledger's documents into another index. */
    public void copy(String ledger, String to, int bulk) {
        page("{\"term\": {\"ledger\": \"%s\"}}".formatted(ledger), page -> bulks(page, bulk).forEach(lines -> elasticsearch.bulk(to, lines)));
        elasticsearch.post("/" + to + "/_refresh", "");
    }

    private void page(String query, Consumer<List<JsonNode>> pages) {
        elasticsearch.post("/" + ALIAS + "/_refresh", "");
        String after = "";
        for (boolean more = true; more; ) {
            var answer = JsonMapper.shared().readTree(elasticsearch.post("/" + ALIAS + "/_search",
                    "{\"size\": %d, \"query\": %s, \"sort\": [{\"entry\": \"asc\"}]%s}".formatted(PAGE, query, after)));
            var page = new ArrayList<JsonNode>();
            answer.get("hits").get("hits").forEach(hit -> page.add(hit.get("_source")));
            pages.accept(page);
            more = page.size() == PAGE;
            after = more ? ", \"search_after\": [\"" + page.getLast().get("entry").asString() + "\"]" : "";
        }
    }

    /** The index has exactly one document an entry recorded from {@code since} on, and it says what the entry's event says. */
    void check(String name, AuditService service, String since) {
        var expected = new Contents();
        service.database().query(row -> expected.add(row.getString(1)), """
                select concat_ws(' ', e ->> 'entry', e ->> 'ledger', e ->> 'number', e ->> 'verdict', e ->> 'purpose', e ->> 'actor') from
                  (select convert_from(payload, 'UTF8')::jsonb as e from domain_event where payload_type = 'ledger.AccessRecorded' and recorded_at >= ?) as events""", since);
        var found = new Contents();
        page("{\"range\": {\"recordedAt\": {\"gte\": \"%s\"}}}".formatted(since), page -> page.forEach(each -> found.add(
                Stream.of("entry", "ledger", "number", "verdict", "purpose", "actor").map(field -> each.get(field).asString()).collect(Collectors.joining(" ")))));
        ContentsDiffer.unlessEqual(name, "the number of documents", expected.count, found.count);
        ContentsDiffer.unlessEqual(name, "what the documents say", expected.sum, found.sum);
    }

    /** Any number of lines in any order, in little memory: how many, and the sum of their hashes. */
    private static final class Contents {
        private long count;
        private long sum;

        long add(String line) {
            sum += UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
            return ++count;
        }
    }

    /** The same documents as bulk requests of {@code size}. */
    static List<byte[]> bulks(List<JsonNode> documents, int size) {
        var bulks = new ArrayList<byte[]>();
        for (int from = 0; from < documents.size(); from += size) {
            var lines = new ByteArrayOutputStream();
            for (var each : documents.subList(from, Math.min(from + size, documents.size()))) {
                lines.writeBytes("{\"index\":{\"_id\":\"%s\",\"routing\":\"%s\"}}\n".formatted(each.get("entry").asString(), each.get("ledger").asString()).getBytes(StandardCharsets.UTF_8));
                lines.writeBytes((each + "\n").getBytes(StandardCharsets.UTF_8));
            }
            bulks.add(lines.toByteArray());
        }
        return bulks;
    }

    /** Another index with the settings and mappings of the access log's. */
    public void makeLike(String name) {
        var mappings = JsonMapper.shared().readTree(elasticsearch.get("/" + ALIAS + "/_mapping")).values().iterator().next().get("mappings");
        elasticsearch.put("/" + name, JsonMapper.shared().writeValueAsString(Map.of(
                "settings", Map.of("number_of_shards", 1, "number_of_replicas", 0, "refresh_interval", "500ms"), "mappings", mappings)));
    }

    public long count(String index) {
        elasticsearch.post("/" + index + "/_refresh", "");
        return JsonMapper.shared().readTree(elasticsearch.post("/" + index + "/_count", "")).get("count").asLong();
    }
}
