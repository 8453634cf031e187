package org.innsyn.audit.accesslog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.accesslog.AccessFigures.Series;
import org.innsyn.schemas.accesslog.AccessFiguresApi;
import org.innsyn.schemas.accesslog.FiguresQuery;
import org.innsyn.schemas.accesslog.FiguresQuery.By;
import org.jspecify.annotations.Nullable;

/** Counts entries without showing any. */
final class AccessLogFigures {

    private static final Map<By, String> FIELDS = Map.of(
            By.ACTOR_KIND, "actorKind", By.PURPOSE, "purpose", By.UNIT, "unit", By.OPERATION, "operation", By.SOURCE, "source", By.VERDICT, "verdict");
    private static final int VALUES = 50;
    /** Over how many actors a unit's usual is taken; a company with more staff at work in one period gets that of its busiest. */
    private static final int ACTORS = 5_000;

    private final AccessLogIndex index;

    AccessLogFigures(AccessLogIndex index) {
        this.index = index;
    }

    /** Every day of the period. @throws Problem 422 when there is none, or there are too many */
    static List<LocalDate> days(FiguresQuery query) {
        if (query.from() == null || query.to() == null || query.zone() == null || query.by() == null) {
            throw new Problem(422, "invalid", "Something is missing", "from, to, zone and by are needed.");
        }
        long days = ChronoUnit.DAYS.between(query.from(), query.to()) + 1;
        if (days < 1 || days > FiguresQuery.MAX_DAYS) {
            throw new Problem(422, "invalid", "The period cannot be counted",
                    "from must not be after to, and the period at most " + FiguresQuery.MAX_DAYS + " days long.");
        }
        return query.from().datesUntil(query.to().plusDays(1)).toList();
    }

    /** @param ledger only this ledger's entries; absent for all */
    List<Series> count(FiguresQuery query, Optional<LedgerId> ledger) {
        var days = days(query);
        var response = index.search(request -> {
            ledger.ifPresent(each -> request.routing(each.toString()));
            return request.query(within(query, ledger)).size(0).aggregations("value", a -> a
                    .terms(t -> t.field(FIELDS.get(query.by())).size(VALUES).missing(FieldValue.of(FiguresQuery.NONE)))
                    .aggregations("day", day -> day.dateHistogram(h -> h
                            .field("occurredAt").calendarInterval(CalendarInterval.Day).timeZone(query.zone().getId()).minDocCount(1).format("yyyy-MM-dd"))));
        });
        return response.aggregations().get("value").sterms().buckets().array().stream()
                .map(bucket -> new Series(bucket.key().stringValue(), counts(bucket, days)))
                .toList();
    }

    private static List<Long> counts(StringTermsBucket value, List<LocalDate> days) {
        var counted = new HashMap<LocalDate, Long>();
        value.aggregations().get("day").dateHistogram().buckets().array().forEach(day -> counted.put(LocalDate.parse(day.keyAsString()), day.docCount()));
        return days.stream().map(day -> counted.getOrDefault(day, 0L)).toList();
    }

    /** Staff who read, most entries first. */
    List<Reading> readers(FiguresQuery query) {
        days(query);
        var response = index.search(request -> request
                .query(q -> q.bool(b -> b.filter(within(query, Optional.empty())).filter(f -> f.term(t -> t.field("actorKind").value("staff")))))
                .size(0)
                .aggregations("actor", a -> a
                        .terms(t -> t.field("actor").size(ACTORS))
                        .aggregations("unit", unit -> unit.terms(t -> t.field("unit").size(1)))
                        .aggregations("people", people -> people.cardinality(c -> c.field("ledger")))));
        var all = response.aggregations().get("actor").sterms().buckets().array().stream().map(AccessLogFigures::reading).toList();
        var usual = new HashMap<Optional<String>, Long>();
        all.stream().collect(groupingBy(each -> Optional.ofNullable(each.unit()), mapping(Reading::entries, toList())))
                .forEach((unit, entries) -> usual.put(unit, median(entries)));
        return all.stream()
                .sorted(Comparator.comparing(Reading::entries).reversed())
                .limit(AccessFiguresApi.MAX_READERS)
                .map(each -> each.against(usual.get(Optional.ofNullable(each.unit()))))
                .toList();
    }

    private static Reading reading(StringTermsBucket actor) {
        var units = actor.aggregations().get("unit").sterms().buckets().array();
        return new Reading(actor.key().stringValue(), units.isEmpty() ? null : units.getFirst().key().stringValue(), actor.docCount(),
                actor.aggregations().get("people").cardinality().value(), 0);
    }

    /** The lower of the two in the middle where there is none. */
    private static long median(List<Long> entries) {
        var sorted = new ArrayList<>(entries);
        sorted.sort(null);
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static Query within(FiguresQuery query, Optional<LedgerId> ledger) {
        var from = query.from().atStartOfDay(query.zone()).toInstant().toString();
        var to = query.to().plusDays(1).atStartOfDay(query.zone()).toInstant().toString();
        return Query.of(q -> q.bool(b -> {
            ledger.ifPresent(each -> b.filter(AccessLogIndex.of(each)));
            return b.filter(f -> f.range(r -> r.date(d -> d.field("occurredAt").gte(from).lt(to))));
        }));
    }

    /** One actor's entries, before the actor is named. */
    record Reading(String actor, @Nullable String unit, long entries, long people, long usual) {
        Reading against(long usual) {
            return new Reading(actor, unit, entries, people, usual);
        }
    }
}
