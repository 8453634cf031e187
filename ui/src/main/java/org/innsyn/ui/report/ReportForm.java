package org.innsyn.ui.report;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.schemas.report.ReportRequest;
import org.innsyn.schemas.report.ReportScope;
import org.innsyn.ui.words.Days;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The period and scope of a report to be made. */
final class ReportForm extends Div {

    private static final int DAYS = 30;

    private final Words words;
    private final Moments moments;
    private final Runnable changed;
    private final DatePicker from;
    private final DatePicker to;
    private final Select<Locale> language = new Select<>();
    private final MultiSelectComboBox<String> units;
    private final MultiSelectComboBox<String> purposes;
    private final MultiSelectComboBox<String> sources;
    private final MultiSelectComboBox<String> categories;

    /** @param changed told after every change */
    ReportForm(Words words, Moments moments, Runnable changed) {
        this.words = words;
        this.moments = moments;
        this.changed = changed;
        addClassName("filters");
        from = day("from");
        to = day("to");
        from.setValue(moments.today().minusDays(DAYS - 1));
        to.setValue(moments.today());
        units = choice("units");
        purposes = choice("purposes");
        sources = choice("sources");
        categories = choice("categories");
        language.setLabel(words.say("reports.language"));
        language.setItems(Words.LANGUAGES);
        language.setItemLabelGenerator(each -> words.say("reports.language." + each.getLanguage()));
        language.setValue(Words.LANGUAGES.stream().filter(each -> each.getLanguage().equals(words.locale().getLanguage())).findFirst().orElse(Locale.UK));
        add(from, to, units, purposes, sources, categories, language);
    }

    private DatePicker day(String name) {
        var day = new DatePicker(words.say("reports." + name));
        Days.in(words, day);
        day.setMax(moments.today());
        day.setRequired(true);
        day.addValueChangeListener(change -> tell(change.isFromClient()));
        return day;
    }

    private MultiSelectComboBox<String> choice(String name) {
        var choice = new MultiSelectComboBox<String>();
        choice.setLabel(words.say("reports." + name));
        choice.setPlaceholder(words.say("reports.all"));
        choice.addValueChangeListener(change -> tell(change.isFromClient()));
        return choice;
    }

    private void tell(boolean byPerson) {
        if (byPerson) {
            changed.run();
        }
    }

    /** Offers the values there are, keeping what was chosen. */
    void offer(Map<String, List<Facet>> choices) {
        Map.of("units", units, "purposes", purposes, "sources", sources, "categories", categories).forEach((name, choice) -> {
            var chosen = choice.getValue();
            var values = choices.getOrDefault(name, List.of()).stream().map(Facet::value).toList();
            choice.setItems(values);
            choice.setValue(chosen.stream().filter(values::contains).collect(java.util.stream.Collectors.toSet()));
        });
    }

    /** What is asked for, up to now when the last day is today; empty while the days make no period. */
    Optional<ReportRequest> request() {
        if (from.getValue() == null || to.getValue() == null || from.getValue().isAfter(to.getValue())) {
            return Optional.empty();
        }
        var end = to.getValue().plusDays(1).atStartOfDay(moments.zone()).toInstant();
        var now = Instant.now();
        return Optional.of(new ReportRequest(from.getValue().atStartOfDay(moments.zone()).toInstant(), end.isAfter(now) ? now : end, moments.zone(), language.getValue().getLanguage(),
                new ReportScope(List.copyOf(units.getValue()), List.copyOf(purposes.getValue()), List.copyOf(sources.getValue()), List.copyOf(categories.getValue()))));
    }
}
