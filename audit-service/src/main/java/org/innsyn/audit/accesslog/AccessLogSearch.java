package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Finds entries in the index, newest first, page by page. */
final class AccessLogSearch {

    private static final Map<String, String> FACETS = Map.of(
            "purpose", "purpose", "unit", "unit", "actorKind", "actorKind", "operation", "operation",
            "category", "categories", "verdict", "verdict", "source", "source");
    private static final int FACET_VALUES = 50;

    private final AccessLogIndex index;
    private final JsonMapper json = JsonMapper.builder().build();

    AccessLogSearch(AccessLogIndex index) {
        this.index = index;
    }

    /** One page of documents. */
    record Found(List<AccessDocument> documents, @Nullable String next, long total, Map<String, List<Facet>> facets) {

        static Found nothing() {
            return new Found(List.of(), null, 0, Map.of());
        }
    }

    /**
     * @param ledgers only these ledgers' entries; absent for all
     * @param actors only these actors' entries; absent for all
     */
    Found find(AccessLogQuery query, Optional<Collection<LedgerId>> ledgers, Optional<Collection<String>> actors) {
        int size = query.size() == null ? AccessLogQuery.DEFAULT_SIZE : query.size();
        if (size < 1 || size > AccessLogQuery.MAX_SIZE) {
            throw new Problem(422, "invalid", "The page size is out of range", "size must be 1 to " + AccessLogQuery.MAX_SIZE + ".");
        }
        var response = index.search(request -> {
            request.query(filters(query, ledgers, actors)).size(size).trackTotalHits(track -> track.enabled(true))
                    .sort(by -> by.field(f -> f.field("occurredAt").order(SortOrder.Desc)))
                    .sort(by -> by.field(f -> f.field("entry").order(SortOrder.Desc)));
            ledgers.filter(each -> each.size() == 1).ifPresent(each -> request.routing(each.iterator().next().toString()));
            FACETS.forEach((name, field) -> request.aggregations(name, a -> a.terms(t -> t.field(field).size(FACET_VALUES))));
            if (query.cursor() != null) {
                request.searchAfter(place(query.cursor()));
            }
            return request;
        });
        var hits = response.hits().hits();
        var next = hits.size() < size ? null : cursor(hits.getLast().sort());
        var facets = new LinkedHashMap<String, List<Facet>>();
        response.aggregations().forEach((name, values) -> facets.put(name, facet(values)));
        return new Found(hits.stream().map(hit -> hit.source()).toList(), next, response.hits().total().value(), facets);
    }

    private static Query filters(AccessLogQuery query, Optional<Collection<LedgerId>> ledgers, Optional<Collection<String>> actors) {
        var filters = new ArrayList<Query>();
        ledgers.ifPresent(each -> filters.add(any("ledger", each)));
        actors.ifPresent(each -> filters.add(any("actor", each)));
        if (query.from() != null || query.to() != null) {
            filters.add(Query.of(q -> q.range(r -> r.date(d -> {
                d.field("occurredAt");
                Optional.ofNullable(query.from()).ifPresent(from -> d.gte(from.toString()));
                Optional.ofNullable(query.to()).ifPresent(to -> d.lt(to.toString()));
                return d;
            }))));
        }
        some("actorKind", query.actorKinds()).ifPresent(filters::add);
        some("unit", query.units()).ifPresent(filters::add);
        some("purpose", query.purposes()).ifPresent(filters::add);
        some("operation", query.operations()).ifPresent(filters::add);
        some("categories", query.categories()).ifPresent(filters::add);
        some("verdict", query.verdicts()).ifPresent(filters::add);
        some("source", query.sources()).ifPresent(filters::add);
        if (Boolean.TRUE.equals(query.held())) {
            filters.add(Query.of(q -> q.exists(e -> e.field("held"))));
        }
        return Query.of(q -> q.bool(b -> b.filter(filters)));
    }

    private static Optional<Query> some(String field, @Nullable Collection<?> values) {
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(any(field, values));
    }

    /** An empty list finds nothing. */
    private static Query any(String field, Collection<?> values) {
        var words = values.stream().map(AccessLogSearch::word).map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(words))));
    }

    /** Enumerations as they stand in the documents: by their wire name. */
    private static String word(Object value) {
        return value instanceof Enum<?> ? JsonMapper.shared().convertValue(value, String.class) : value.toString();
    }

    private static List<Facet> facet(Aggregate values) {
        return values.isSterms() ? facet(values.sterms()) : List.of();
    }

    private static List<Facet> facet(StringTermsAggregate terms) {
        return terms.buckets().array().stream().map(bucket -> new Facet(bucket.key().stringValue(), bucket.docCount())).toList();
    }

    private String cursor(List<FieldValue> place) {
        var parts = List.of(place.get(0).longValue(), place.get(1).stringValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(parts));
    }

    private List<FieldValue> place(String cursor) {
        try {
            var parts = json.readTree(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            return List.of(FieldValue.of(parts.get(0).asLong()), FieldValue.of(parts.get(1).asString()));
        } catch (RuntimeException e) {
            throw new Problem(422, "invalid", "The page cannot be found", "cursor must be one that an earlier page gave. Start again from the first page.");
        }
    }

    /** All reporting applications that have entries. */
    List<String> sources() {
        var response = index.search(s -> s.size(0).aggregations("source", a -> a.terms(t -> t.field("source").size(1_000))));
        return facet(response.aggregations().get("source")).stream().map(Facet::value).toList();
    }
}
