package org.innsyn.ui.accesslog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** How a search is written down for the service to keep, and read again. What a later version of the pages does not know any more is left out. */
final class SearchFilters {

    private SearchFilters() {}

    /** All but whose data. */
    static Map<String, String> of(Search search) {
        var filters = new LinkedHashMap<String, String>();
        filters.put("period", Words.name(search.period()));
        put(filters, "actor", search.actor());
        put(filters, "day", search.day());
        put(filters, "actorKind", name(search.actorKind()));
        put(filters, "unit", search.unit());
        put(filters, "purpose", search.purpose());
        put(filters, "operation", name(search.operation()));
        put(filters, "verdict", name(search.verdict()));
        put(filters, "source", search.source());
        put(filters, "held", search.held() ? true : null);
        return filters;
    }

    private static void put(Map<String, String> filters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            filters.put(name, value.toString());
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : Words.name(constant);
    }

    static Search search(@Nullable Identifier subject, Map<String, String> filters) {
        var period = constant(Period.class, filters.get("period"));
        var day = filters.get("day");
        return new Search(subject == null ? "" : subject.value(), filters.getOrDefault("actor", ""), period == null ? Period.ANY : period,
                day == null ? null : LocalDate.parse(day), constant(ActorKind.class, filters.get("actorKind")), filters.get("unit"), filters.get("purpose"),
                constant(Operation.class, filters.get("operation")), constant(Verdict.class, filters.get("verdict")), filters.get("source"), filters.containsKey("held"));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return Stream.of(type.getEnumConstants()).filter(each -> Words.name(each).equals(name)).findFirst().orElse(null);
    }
}
