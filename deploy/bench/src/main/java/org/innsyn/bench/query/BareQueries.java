package org.innsyn.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.index.IndexedDocuments;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Series;

/** The query behind the same pages, sent to the search engine as it is, and the answer read to its end. */
final class BareQueries implements Contender {

    private static final String QUERY = """
            {"size": %d, "track_total_hits": true, "query": {"bool": {"filter": [{"terms": {"ledger": ["%s"]}}]}},
             "sort": [{"occurredAt": "desc"}, {"entry": "desc"}], "aggregations": {%s}}""";
    private static final List<String> FACETS = List.of("purpose", "unit", "actorKind", "operation", "categories", "verdict", "source");

    private final String name;
    private final House house;
    private final List<String> ledgers;

    /** @param service whose {@code people} people with the most entries are asked about */
    BareQueries(String name, House house, AuditService service, int people) {
        this.name = name;
        this.house = house;
        this.ledgers = service.database().query(row -> row.getString(1), "select ledger_id::text from ledger_head where kind = 'person' order by number desc limit " + people);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> run(int round) {
        var facets = String.join(", ", FACETS.stream().map(field -> "\"%1$s\": {\"terms\": {\"field\": \"%1$s\", \"size\": 50}}".formatted(field)).toList());
        var milliseconds = new ArrayList<Double>();
        for (int look = 0; look < FirstPages.LOOKS; look++) {
            for (var ledger : ledgers) {
                long begun = System.nanoTime();
                var answer = house.elasticsearch().post("/" + IndexedDocuments.ALIAS + "/_search?routing=" + ledger, QUERY.formatted(FirstPages.PAGE, ledger, facets));
                milliseconds.add((System.nanoTime() - begun) / 1e6);
                ContentsDiffer.unlessEqual(name, "the number of documents", FirstPages.PAGE, answer.split("\"_source\"", -1).length - 1);
            }
        }
        return Map.of(FirstPages.P50, new Series(milliseconds).median());
    }
}
