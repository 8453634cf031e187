package org.innsyn.ui.deed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.innsyn.ui.words.Days;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** One thing that can be done, folded away until somebody wants it. What is typed is kept when the page shows a newer state, and the form then stands open. */
public final class DeedForm extends Details {

    public static final int SHORTEST_TEXT = 10;

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NUMBER = 9;

    private final String name;
    private final String draft;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;
    private final Div body = new Div();
    private final List<BooleanSupplier> needed = new ArrayList<>();
    private @Nullable Button send;

    /** @param name of the deed, as its texts and drafts are named */
    public DeedForm(String name, Drafts drafts, Words words, Moments moments) {
        this(name, drafts, "", words, moments);
    }

    /** @param about tells the drafts of several forms of one kind on a page apart */
    public DeedForm(String name, Drafts drafts, String about, Words words, Moments moments) {
        this.name = name;
        this.draft = name + about + ".";
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
        addClassName("deed");
        body.addClassName("deed-body");
        setSummaryText(words.say("deed." + name));
        body.add(new Paragraph(words.say("deed." + name + ".text")));
        add(body);
        setOpened(drafts.has(draft));
    }

    /** @param shortest how many characters at least; 0 where it may stay empty */
    public TextArea text(String field, int shortest) {
        var area = new TextArea(label(field));
        area.setMaxLength(LONGEST_TEXT);
        area.setValueChangeMode(ValueChangeMode.EAGER);
        helped(field, area::setHelperText);
        needed.add(() -> area.getValue().strip().length() >= shortest);
        return placed(field, area);
    }

    public TextField line(String field, int shortest) {
        var line = new TextField(label(field));
        line.setValueChangeMode(ValueChangeMode.EAGER);
        helped(field, line::setHelperText);
        needed.add(() -> line.getValue().strip().length() >= shortest);
        return placed(field, line);
    }

    /** A moment that has passed, in the reader's time zone. */
    public DateTimePicker moment(String field, Instant suggested) {
        var picker = new DateTimePicker(label(field));
        Days.in(words, picker);
        picker.setValue(minute(suggested));
        picker.setMax(minute(Instant.now()).plusMinutes(1));
        helped(field, picker::setHelperText);
        needed.add(() -> picker.getValue() != null && !picker.isInvalid());
        return placed(field, picker);
    }

    /** A day between two, both included. */
    public DatePicker day(String field, LocalDate first, LocalDate last) {
        var picker = new DatePicker(label(field));
        Days.in(words, picker);
        // Typing a day lays nothing over the form; the calendar opens by its own button.
        picker.setAutoOpen(false);
        picker.setMin(first);
        picker.setMax(last);
        helped(field, picker::setHelperText);
        needed.add(() -> picker.getValue() != null && !picker.getValue().isBefore(first) && !picker.getValue().isAfter(last));
        return placed(field, picker);
    }

    public <T> Select<T> choice(String field, List<T> values, Function<T, String> said) {
        var select = new Select<T>();
        select.setLabel(label(field));
        select.setItems(values);
        select.setItemLabelGenerator(said::apply);
        if (values.size() == 1) {
            select.setValue(values.getFirst());
        }
        helped(field, select::setHelperText);
        needed.add(() -> select.getValue() != null);
        return placed(field, select);
    }

    /** Some of a few. @param least how many at least */
    public <T> CheckboxGroup<T> several(String field, List<T> values, Function<T, String> said, int least) {
        var group = new CheckboxGroup<T>();
        group.setLabel(label(field));
        group.setItems(values);
        group.setItemLabelGenerator(said::apply);
        helped(field, group::setHelperText);
        needed.add(() -> group.getValue().size() >= least);
        return placed(field, group);
    }

    /** A whole number, not negative. */
    public TextField number(String field) {
        var number = line(field, 1);
        number.setAllowedCharPattern("[0-9]");
        number.setMaxLength(LONGEST_NUMBER);
        return number;
    }

    /** A sentence more, for what is different each time. */
    public DeedForm says(String sentence) {
        body.add(new Paragraph(sentence));
        return this;
    }

    /** Something else that has to hold before it can be done. */
    public void needs(BooleanSupplier condition) {
        needed.add(condition);
    }

    /** The button that does it; it wakes up once everything needed is there. */
    public DeedForm does(Runnable action) {
        return does(words.say("deed." + name + ".do"), action);
    }

    /** The same, where the button itself says what will happen. */
    public DeedForm does(String said, Runnable action) {
        send = new Button(said, click -> action.run());
        body.add(send);
        wake();
        return this;
    }

    /** For a form that is what its page is there for: open, with the page's main button. */
    public DeedForm asMainAction() {
        setOpened(true);
        if (send != null) {
            send.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return this;
    }

    /** For what cannot be undone: its button is marked so. */
    public DeedForm asDangerous() {
        if (send != null) {
            send.addClassName("dangerous");
        }
        return this;
    }

    /**
     * The end of the minute that was chosen, but never later than now: what happened a few seconds ago, in the same minute, is not told as if it had been
     * before what it answers.
     */
    public Instant at(DateTimePicker picker) {
        var end = picker.getValue().plusMinutes(1).atZone(moments.zone()).toInstant().minusMillis(1);
        var now = Instant.now();
        return end.isAfter(now) ? now : end;
    }

    private LocalDateTime minute(Instant moment) {
        return LocalDateTime.ofInstant(moment, moments.zone()).truncatedTo(ChronoUnit.MINUTES);
    }

    private <F extends Component & HasValue<?, V>, V> F placed(String field, F component) {
        drafts.keep(draft + field, component);
        component.addValueChangeListener(change -> wake());
        component.addClassName("deed-field");
        body.add(component);
        return component;
    }

    private void wake() {
        if (send != null) {
            send.setEnabled(needed.stream().allMatch(BooleanSupplier::getAsBoolean));
        }
    }

    private String label(String field) {
        return words.say("deed." + name + "." + field);
    }

    private void helped(String field, Consumer<String> help) {
        var key = "deed." + name + "." + field + ".help";
        if (words.knows(key)) {
            help.accept(words.say(key));
        }
    }
}
