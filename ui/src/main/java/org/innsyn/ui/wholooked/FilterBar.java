package org.innsyn.ui.wholooked;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.schemas.accesslog.FiguresQuery;
import org.innsyn.ui.entry.Facets;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.entry.Vocabulary;
import org.innsyn.ui.words.Days;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** Who, why, what, when: read as one line. */
final class FilterBar extends Div {

    private final Words words;
    private final Vocabulary vocabulary;
    private final Consumer<Filter> changed;
    private final ComboBox<Facet> unit = new ComboBox<>();
    private final ComboBox<Facet> purpose = new ComboBox<>();
    private Filter filter = Filter.NONE;
    private boolean choicesKnown;

    FilterBar(Words words, Moments moments, Consumer<Filter> changed) {
        this.words = words;
        this.vocabulary = new Vocabulary(words);
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        search(unit, "filter.unit", "filter.any-unit", vocabulary::unit, (f, value) -> f.withUnit(value));
        search(purpose, "filter.why", "filter.any-purpose", vocabulary::purpose, (f, value) -> f.withPurpose(value));
        add(who(), unit, purpose, what(), when(), upTo(moments));
    }

    /** Typing in it searches among the words people read, not among codes. */
    private void search(ComboBox<Facet> choice, String label, String any, UnaryOperator<String> name, BiFunction<Filter, @Nullable String, Filter> with) {
        choice.setLabel(words.say(label));
        choice.setPlaceholder(words.say(any));
        choice.setClearButtonVisible(true);
        choice.setItemLabelGenerator(facet -> words.say("filter.counted", name.apply(facet.value()), facet.count()));
        choice.addValueChangeListener(event -> change(f -> with.apply(f, event.getValue() == null ? null : event.getValue().value())));
    }

    private DatePicker upTo(Moments moments) {
        var upTo = new DatePicker(words.say("filter.up-to"));
        Days.in(words, upTo);
        upTo.setMax(moments.today());
        upTo.setPlaceholder(words.say("period.today"));
        upTo.setClearButtonVisible(true);
        upTo.addValueChangeListener(event -> change(f -> f.withUpTo(event.getValue())));
        return upTo;
    }

    Filter filter() {
        return filter;
    }

    /** Offers the units and purposes there are; taken from the first page, so that choosing one does not hide the others. */
    void offer(Facets facets) {
        if (!choicesKnown) {
            choicesKnown = true;
            unit.setItems(facets.of("unit").stream().filter(facet -> !facet.value().equals(FiguresQuery.NONE)).toList());
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
