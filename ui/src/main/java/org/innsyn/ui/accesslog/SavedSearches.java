package org.innsyn.ui.accesslog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.FiguresQuery.By;
import org.innsyn.schemas.accesslog.SavedSearch;
import org.innsyn.schemas.accesslog.SavedSearchesApi;
import org.innsyn.schemas.accesslog.SavedSearchesApi.Keep;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.services.ServiceProblem;

/**
 * Searches of the officer who is signed in, by random ids that addresses can carry: what is looked for may name a person. Those with a name are kept by the
 * service; one that only led from a figure to its rows ends with the session.
 */
@SpringComponent
@VaadinSessionScope
public class SavedSearches {

    /** The oldest make room. */
    private static final int MOST = 200;

    /**
     * @param name what the officer calls it; empty for one that only led from a figure to its rows
     */
    record Saved(UUID id, String name, Search search) {
        @Override
        public String toString() {
            return "Saved[" + id + "]";
        }
    }

    private final transient SavedSearchesApi kept;
    private final Map<UUID, Saved> all = new LinkedHashMap<>();

    SavedSearches(SavedSearchesApi kept) {
        this.kept = kept;
    }

    /**
     * Opens the rows that were counted on one day.
     *
     * @param value as on the wire
     */
    public void openRows(UI ui, By by, String value, LocalDate day) {
        ui.navigate(LogSearchPage.class, new RouteParam(LogSearchPage.SEARCH, forRows(rows(by, value, day)).id().toString()));
    }

    static Search rows(By by, String value, LocalDate day) {
        return new Search("", "", Period.ANY, day,
                by == By.ACTOR_KIND ? ActorKind.valueOf(constant(value)) : null,
                by == By.UNIT ? value : null,
                by == By.PURPOSE ? value : null,
                by == By.OPERATION ? Operation.valueOf(constant(value)) : null,
                by == By.VERDICT ? Verdict.valueOf(constant(value)) : null,
                by == By.SOURCE ? value : null,
                false);
    }

    Saved forRows(Search search) {
        if (all.size() >= MOST) {
            all.keySet().stream().findFirst().ifPresent(all::remove);
        }
        var saved = new Saved(UUID.randomUUID(), "", search);
        all.put(saved.id(), saved);
        return saved;
    }

    /** @throws org.innsyn.ui.services.ServiceProblem as all that ask the service */
    void keep(String name, Search search) {
        kept.keep(new Keep(name, search.person(), SearchFilters.of(search)));
    }

    void forget(UUID id) {
        kept.remove(id);
    }

    Optional<Search> find(UUID id) {
        if (all.containsKey(id)) {
            return Optional.of(all.get(id).search());
        }
        try {
            return Optional.of(saved(kept.find(id)).search());
        } catch (ServiceProblem e) {
            if (e.kind() == ServiceProblem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Those that have a name, first kept first. */
    List<Saved> named() {
        return kept.mine().stream().map(SavedSearches::saved).toList();
    }

    private static Saved saved(SavedSearch search) {
        return new Saved(search.id(), search.name(), SearchFilters.search(search.subject(), search.filters()));
    }

    private static String constant(String wire) {
        return wire.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
