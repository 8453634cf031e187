package org.innsyn.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.innsyn.schemas.accesslog.FiguresQuery;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** How many on each day: a row of bars for each kind, under the question they answer. */
@JavaScript("context://innsyn/figure.js")
public final class DayFigure extends Section {

    private static final String ROW = "event.detail.row";
    private static final String DAY = "event.detail.day";
    private static final String LIBRARY = "webjars/echarts/5.5.0/echarts.min.js";

    private final Words words;
    private final Moments moments;
    private final @Nullable Rows rows;

    /** What was counted of one value on one day, shown as rows. */
    @FunctionalInterface
    public interface Rows {
        void open(String value, LocalDate day);
    }

    /**
     * A figure whose numbers lead nowhere.
     *
     * @param question what the figure answers; its heading
     * @param days the days, oldest first
     * @param strips at most five rows
     */
    public DayFigure(String question, List<LocalDate> days, List<Strip> strips, Words words, Moments moments) {
        this(question, days, strips, words, moments, null);
    }

    /** @param rows opens what is behind a number, by a click on its bar or on the number in the table; null for nothing */
    public DayFigure(String question, List<LocalDate> days, List<Strip> strips, Words words, Moments moments, @Nullable Rows rows) {
        this.words = words;
        this.moments = moments;
        this.rows = rows;
        addClassName("figure");
        add(new H2(question));
        getElement().appendChild(bars(question, days, strips));
        add(new Details(words.say("figure.table"), table(days, strips)));
    }

    /** What the drawing needs. @param label under the bars @param date for the hint */
    record Drawing(List<Day> days, List<Row> rows) {
        record Day(String label, String date) {}

        record Row(String name, String total, List<Long> counts) {}
    }

    private Element bars(String question, List<LocalDate> days, List<Strip> strips) {
        var bars = new Element("innsyn-bars");
        bars.setAttribute("role", "img");
        bars.setAttribute("aria-label", words.say("figure.drawing", question));
        bars.setAttribute("library", LIBRARY);
        if (rows != null) {
            bars.setAttribute("opens", "");
            bars.addEventListener("rows-wanted", wanted -> open(strips.get(wanted.getEventData().get(ROW).asInt()), days.get(wanted.getEventData().get(DAY).asInt())))
                    .addEventData(ROW).addEventData(DAY);
        }
        bars.setPropertyBean("drawing", new Drawing(
                days.stream().map(day -> new Drawing.Day(moments.dayAndMonth(day), moments.date(day))).toList(),
                strips.stream().map(strip -> new Drawing.Row(strip.name(), words.say("figure.total", strip.total()), strip.counts())).toList()));
        return bars;
    }

    /** Several values under one name, and "none", have no search of their own. */
    private static boolean leads(Strip strip) {
        return strip.values().size() == 1 && !strip.values().getFirst().equals(FiguresQuery.NONE);
    }

    private void open(Strip strip, LocalDate day) {
        if (rows != null && leads(strip)) {
            rows.open(strip.values().getFirst(), day);
        }
    }

    private Component number(Strip strip, long count, LocalDate day) {
        if (rows == null || count == 0 || !leads(strip)) {
            return new Span(words.number(count));
        }
        var number = new NativeButton(words.number(count), click -> open(strip, day));
        number.addClassName("link");
        number.setAriaLabel(words.say("figure.open", words.number(count), strip.name(), moments.date(day)));
        return number;
    }

    /** Newest first; days on which nothing was counted are left out. */
    private Div table(List<LocalDate> days, List<Strip> strips) {
        var table = new NativeTable();
        table.addClassName("figure-table");
        var head = new NativeTableRow(new NativeTableHeaderCell(words.say("figure.day")));
        strips.forEach(strip -> head.add(new NativeTableHeaderCell(strip.name())));
        table.getHead().add(head);
        IntStream.range(0, days.size()).map(i -> days.size() - 1 - i)
                .filter(day -> strips.stream().anyMatch(strip -> strip.counts().get(day) > 0))
                .forEach(day -> {
                    var row = new NativeTableRow();
                    var date = new NativeTableHeaderCell(moments.date(days.get(day)));
                    date.getElement().setAttribute("scope", "row");
                    row.add(date);
                    strips.forEach(strip -> row.addDataCell().add(number(strip, strip.counts().get(day), days.get(day))));
                    table.getBody().add(row);
                });
        return new Div(table);
    }
}
