package org.innsyn.ui.accesslog;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Comparator;
import java.util.List;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.ui.entry.Facets;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** Narrows a search to one value of a facet, each shown with how many lines have it. */
final class FacetChoice extends ComboBox<Facet> {

    private final String facet;

    /** @param facet the facet's name, as the service gives it */
    FacetChoice(String facet, String label, ItemLabelGenerator<String> name, Words words, Runnable changed) {
        this.facet = facet;
        setLabel(label);
        setPlaceholder(words.say("search.any"));
        setClearButtonVisible(true);
        setItemLabelGenerator(value -> words.say("filter.counted", name.apply(value.value()), value.count()));
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    /** Offers the values there are among the matches, keeping the chosen one. */
    void offer(Facets facets) {
        var chosen = value();
        List<Facet> values = facets.of(facet).stream()
                .sorted(Comparator.comparingLong(Facet::count).reversed())
                .toList();
        setItems(values);
        if (chosen != null) {
            setValue(values.stream().filter(value -> value.value().equals(chosen)).findFirst()
                    .orElse(new Facet(chosen, 0)));
        }
    }

    /** Narrows to a value before it is known how many lines have it. */
    void choose(@Nullable String value) {
        if (value == null) {
            clear();
            return;
        }
        var facet = new Facet(value, 0);
        setItems(facet);
        setValue(facet);
    }

    @Nullable String value() {
        return getValue() == null ? null : getValue().value();
    }
}
