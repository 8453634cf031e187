package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.schemas.report.ReportScope;

/** What reports need of the access log: that they are recorded as accesses themselves, and what one would list. */
public final class ReportReadings {

    private static final int CHOICES = 100;
    private static final Map<String, String> FIELDS = Map.of("units", "unit", "purposes", "purpose", "sources", "source", "categories", "categories");

    private final ReadingLog reading;
    private final AccessLogIndex index;

    ReportReadings(ReadingLog reading, AccessLogIndex index) {
        this.reading = reading;
        this.index = index;
    }

    /** How many entries there are, and the values a scope can be made of. */
    public record Preview(long entries, Map<String, List<Facet>> choices) {}

    /** Somebody saw figures; once a session. */
    public void figures(SignedIn reader, String role) {
        reading.staffFigures(reader, role);
    }

    /** A report is going to be made. */
    public void asked(SignedIn reader, String role) {
        reading.staffReport(reader, role, Operation.SEARCH);
    }

    /** A report is going to leave the house. */
    public void fetched(SignedIn reader, String role) {
        reading.staffReport(reader, role, Operation.EXPORT);
    }

    /** Counts what was recorded in the period, without showing any. */
    public Preview preview(Instant from, Instant to, ReportScope scope) {
        var period = Query.of(q -> q.range(r -> r.date(d -> d.field("recordedAt").gte(from.toString()).lt(to.toString()))));
        var within = new ArrayList<>(List.of(period));
        any("unit", scope.units()).ifPresent(within::add);
        any("purpose", scope.purposes()).ifPresent(within::add);
        any("source", scope.sources()).ifPresent(within::add);
        any("categories", scope.categories()).ifPresent(within::add);
        var entries = index.search(s -> s.size(0).trackTotalHits(t -> t.enabled(true)).query(q -> q.bool(b -> b.filter(within)))).hits().total().value();
        var response = index.search(s -> {
            FIELDS.forEach((name, field) -> s.aggregations(name, a -> a.terms(t -> t.field(field).size(CHOICES))));
            return s.size(0).query(period);
        });
        var choices = new LinkedHashMap<String, List<Facet>>();
        FIELDS.keySet().stream().sorted().forEach(name -> choices.put(name, facets(response.aggregations().get(name))));
        return new Preview(entries, choices);
    }

    /** A field that no document has yet is unmapped, and has no words. */
    private static List<Facet> facets(co.elastic.clients.elasticsearch._types.aggregations.Aggregate values) {
        return values.isSterms()
                ? values.sterms().buckets().array().stream().map(bucket -> new Facet(bucket.key().stringValue(), bucket.docCount())).toList()
                : List.of();
    }

    private static Optional<Query> any(String field, List<String> values) {
        var words = values.stream().map(FieldValue::of).toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(words)))));
    }
}
