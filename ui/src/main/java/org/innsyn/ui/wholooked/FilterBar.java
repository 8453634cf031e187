package org.innsyn.ui.wholooked;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.ui.entry.Facets;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.entry.Vocabulary;
import org.innsyn.ui.words.Words;

/** Who, why, what, when: read as one line. */
final class FilterBar extends Div {

    private final Words words;
    private final Vocabulary vocabulary;
    private final Consumer<Filter> changed;
    private final ComboBox<Facet> purpose = new ComboBox<>();
    private Filter filter = Filter.NONE;
    private boolean purposesKnown;

    FilterBar(Words words, Consumer<Filter> changed) {
        this.words = words;
        this.vocabulary = new Vocabulary(words);
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        purpose.setLabel(words.say("filter.why"));
        purpose.setPlaceholder(words.say("filter.any-purpose"));
        purpose.setClearButtonVisible(true);
        purpose.setItemLabelGenerator(facet ->
                words.say("filter.counted", vocabulary.purpose(facet.value()), facet.count()));
        purpose.addValueChangeListener(event ->
                change(f -> f.withPurpose(event.getValue() == null ? null : event.getValue().value())));
        add(who(), purpose, what(), when());
    }

    Filter filter() {
        return filter;
    }

    /** Offers the purposes there are; taken from the first page, so that choosing one does not hide the others. */
    void offer(Facets facets) {
        if (!purposesKnown) {
            purposesKnown = true;
            purpose.setItems(facets.of("purpose"));
        }
    }

    private Select<Who> who() {
        var who = choice("filter.who", List.of(Who.values()), value -> words.say("who." + Words.name(value)));
        who.setValue(Who.EVERYONE);
        who.addValueChangeListener(event -> change(f -> f.withWho(event.getValue())));
        return who;
    }

    private Select<Operation> what() {
        var what = choice("filter.what", List.of(Operation.values()), vocabulary::operation);
        what.setEmptySelectionAllowed(true);
        what.setEmptySelectionCaption(words.say("filter.any-operation"));
        what.addValueChangeListener(event -> change(f -> f.withOperation(event.getValue())));
        return what;
    }

    private Select<Period> when() {
        var when = choice("filter.when", List.of(Period.values()), value -> words.say("period." + Words.name(value)));
        when.setValue(Period.ANY);
        when.addValueChangeListener(event -> change(f -> f.withPeriod(event.getValue())));
        return when;
    }

    private <T> Select<T> choice(String label, List<T> values, ItemLabelGenerator<T> name) {
        var choice = new Select<T>();
        choice.setLabel(words.say(label));
        choice.setItemLabelGenerator(value -> value == null ? words.say("filter.any-operation") : name.apply(value));
        choice.setItems(values);
        return choice;
    }

    private void change(UnaryOperator<Filter> how) {
        filter = how.apply(filter);
        changed.accept(filter);
    }
}
