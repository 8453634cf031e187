package org.innsyn.ui.accesslog;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Facets;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.words.Days;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** The filters of the log search. Choosing one searches at once; what is typed searches on Enter or the button. */
final class SearchBar extends Div {

    private final TextField subject;
    private final TextField actor;
    private final Select<Period> period = new Select<>();
    private final DatePicker day;
    private final Checkbox held;
    private final FacetChoice kind;
    private final FacetChoice unit;
    private final FacetChoice purpose;
    private final FacetChoice operation;
    private final FacetChoice verdict;
    private final FacetChoice source;

    SearchBar(Words words, Moments moments, Runnable search) {
        addClassNames("filters", "search");
        getElement().setAttribute("role", "search");
        subject = typed(words.say("search.subject"), words.say("search.subject.help"), search);
        actor = typed(words.say("search.actor"), words.say("search.actor.help"), search);
        period.setLabel(words.say("filter.when"));
        period.setItems(Period.values());
        period.setValue(Period.WEEK);
        period.setItemLabelGenerator(value -> words.say("period." + Words.name(value)));
        period.addValueChangeListener(change -> byPerson(change.isFromClient(), search));
        day = new DatePicker(words.say("search.day"));
        Days.in(words, day);
        day.setMax(moments.today());
        day.setClearButtonVisible(true);
        day.addValueChangeListener(change -> byPerson(change.isFromClient(), search));
        held = new Checkbox(words.say("search.held"));
        held.addValueChangeListener(change -> byPerson(change.isFromClient(), search));
        kind = new FacetChoice("actorKind", words.say("search.kind"), named("kind.", words), words, search);
        unit = new FacetChoice("unit", words.say("search.unit"), value -> value, words, search);
        purpose = new FacetChoice("purpose", words.say("filter.why"), value -> value, words, search);
        operation = new FacetChoice("operation", words.say("filter.what"), value -> value, words, search);
        verdict = new FacetChoice("verdict", words.say("search.verdict"), named("verdict.", words), words, search);
        source = new FacetChoice("source", words.say("search.source"), value -> value, words, search);
        var go = new Button(words.say("search.go"), click -> search.run());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        add(subject, actor, period, day, verdict, kind, unit, purpose, operation, source, held, go);
    }

    private static ItemLabelGenerator<String> named(String prefix, Words words) {
        return value -> words.sayOr(prefix + value, "kind-unknown", value);
    }

    private static TextField typed(String label, String help, Runnable search) {
        var field = new TextField(label);
        field.setPlaceholder(help);
        field.setClearButtonVisible(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.addKeyPressListener(Key.ENTER, press -> search.run());
        return field;
    }

    private static void byPerson(boolean byPerson, Runnable search) {
        if (byPerson) {
            search.run();
        }
    }

    /** Sets everything as it was when the search was kept. */
    void set(Search search) {
        subject.setValue(search.subject());
        actor.setValue(search.actor());
        period.setValue(search.period());
        day.setValue(search.day());
        held.setValue(search.held());
        kind.choose(wire(search.actorKind()));
        unit.choose(search.unit());
        purpose.choose(search.purpose());
        operation.choose(wire(search.operation()));
        verdict.choose(wire(search.verdict()));
        source.choose(search.source());
    }

    private static @Nullable String wire(@Nullable Enum<?> constant) {
        return constant == null ? null : Words.name(constant);
    }

    void offer(Facets facets) {
        List.of(kind, unit, purpose, operation, verdict, source).forEach(choice -> choice.offer(facets));
    }

    Search search() {
        return new Search(subject.getValue(), actor.getValue(), period.getValue(), day.getValue(),
                constant(ActorKind.class, kind.value()), unit.value(), purpose.value(),
                constant(Operation.class, operation.value()), constant(Verdict.class, verdict.value()),
                source.value(), held.getValue());
    }

    /** Facets name values as the wire does ("outside-policy"). */
    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String wire) {
        return wire == null ? null : Enum.valueOf(type, wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
