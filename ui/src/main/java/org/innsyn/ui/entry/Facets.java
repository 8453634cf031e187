package org.innsyn.ui.entry;

import java.util.List;
import java.util.Map;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.ui.words.Words;

/** Reads the counts that come with a page of the log. */
public final class Facets {

    private final Map<String, List<Facet>> facets;

    public Facets(Map<String, List<Facet>> facets) {
        this.facets = facets;
    }

    /** The values of one facet, most first. */
    public List<Facet> of(String name) {
        return facets.getOrDefault(name, List.of());
    }

    public long count(String name, Enum<?> value) {
        return of(name).stream()
                .filter(facet -> facet.value().equalsIgnoreCase(Words.name(value)))
                .mapToLong(Facet::count)
                .sum();
    }

    /** How many matches were done by people other than the person themselves. */
    public long people() {
        return count("actorKind", ActorKind.STAFF) + count("actorKind", ActorKind.PROCESSOR)
                + count("actorKind", ActorKind.AUTHORITY);
    }

    /** How many were done by programs. */
    public long systems() {
        return count("actorKind", ActorKind.SYSTEM);
    }
}
