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
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Period;

/**
 * Searches of the officer who is signed in, by random ids that addresses can carry: what is looked for may name a person and stays in the
 * session. They end with it.
 */
@SpringComponent
@VaadinSessionScope
public class SavedSearches {

    /** The oldest unnamed ones make room. */
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

    private final Map<UUID, Saved> all = new LinkedHashMap<>();

    SavedSearches() {}

    /**
     * Opens the rows that were counted on one day.
     *
     * @param value as on the wire
     */
    public void openRows(UI ui, By by, String value, LocalDate day) {
        ui.navigate(LogSearchPage.class, new RouteParam(LogSearchPage.SEARCH, save("", rows(by, value, day)).id().toString()));
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

    Saved save(String name, Search search) {
        if (all.size() >= MOST) {
            all.values().stream().filter(each -> each.name().isEmpty()).findFirst().ifPresent(each -> all.remove(each.id()));
        }
        var saved = new Saved(UUID.randomUUID(), name, search);
        all.put(saved.id(), saved);
        return saved;
    }

    void forget(UUID id) {
        all.remove(id);
    }

    Optional<Saved> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Those that have a name, oldest first. */
    List<Saved> named() {
        return all.values().stream().filter(saved -> !saved.name().isEmpty()).toList();
    }

    private static String constant(String wire) {
        return wire.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
