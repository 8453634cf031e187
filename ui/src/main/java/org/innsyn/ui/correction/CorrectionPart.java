package org.innsyn.ui.correction;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.innsyn.schemas.request.CorrectionCommands;
import org.innsyn.schemas.request.CorrectionCommands.Correct;
import org.innsyn.schemas.request.CorrectionCommands.CorrectableItem;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionLine;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionList;
import org.innsyn.schemas.request.CorrectionCommands.Drop;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** Which fields have to say something else, what they said before, and a form for the next one. */
public final class CorrectionPart extends Section {

    /** Under this name drafts of the form are kept. */
    public static final String DRAFT = "correction.";

    private static final String FORM = "correction";

    private final RequestView request;
    private final Words words;
    private final Moments moments;
    private final RequestWords requestWords;

    /** What can be done about corrections: write one down, and take one back. */
    public record Doing(Consumer<Correct> correct, Consumer<Drop> drop) {}

    /** A field of an item, and what tells the item's records apart; null where nothing does. */
    private record FieldOf(String item, String field, @Nullable String key) {}

    /** @param mayWrite whether the reader may write corrections down now, and take them back */
    public CorrectionPart(RequestView request, CorrectionList list, boolean mayWrite, Doing doing, Drafts drafts, Words words, Moments moments) {
        this.request = request;
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        addClassName("corrections");
        add(new H2(words.say("corrections")));
        if (list.corrections().isEmpty()) {
            add(new Paragraph(words.say("corrections.none")));
        } else {
            var lines = new UnorderedList();
            lines.addClassName("case-items");
            list.corrections().forEach(each -> lines.add(line(each, mayWrite, doing)));
            add(lines);
        }
        if (mayWrite && !list.possible().isEmpty()) {
            add(form(list.possible(), doing, drafts));
        }
    }

    private ListItem line(CorrectionLine correction, boolean mayWrite, Doing doing) {
        var line = new ListItem(new H3(words.say("corrections.field", name(correction.item()), correction.field())));
        if (correction.record() != null) {
            line.add(small(words.say("corrections.record", Words.quoted(correction.record()))));
        }
        line.add(new Paragraph(words.say(correction.doneAt() == null ? "corrections.wanted" : "corrections.says", Words.quoted(correction.value()))));
        if (correction.before() != null) {
            line.add(small(words.say("corrections.before", Words.quoted(correction.before()))));
        }
        if (correction.doneAt() != null) {
            line.add(small(words.say("corrections.done", moments.timeAndDay(correction.doneAt()))));
        } else if (mayWrite) {
            line.add(drop(correction.id(), doing));
        }
        return line;
    }

    private Button drop(UUID correction, Doing doing) {
        var button = new Button(words.say("corrections.drop"), click -> doing.drop().accept(new Drop(request.version(), correction)));
        button.addClassName("more");
        return button;
    }

    private DeedForm form(List<CorrectableItem> possible, Doing doing, Drafts drafts) {
        var form = new DeedForm(FORM, drafts, words, moments);
        var fields = possible.stream().flatMap(item -> item.fields().stream().map(field -> new FieldOf(item.item(), field, item.key()))).toList();
        var field = form.choice("field", fields, each -> words.say("corrections.field", name(each.item()), each.field()));
        var record = form.line("record", 0);
        record.setMaxLength(CorrectionCommands.LONGEST_KEY);
        field.addValueChangeListener(change -> asks(record, change.getValue()));
        asks(record, field.getValue());
        var value = form.line("value", 1);
        return form.does(() -> doing.correct().accept(new Correct(
                request.version(), field.getValue().item(), field.getValue().field(), value.getValue().strip(), named(record))));
    }

    /** Only where something tells records apart. */
    private void asks(TextField record, @Nullable FieldOf field) {
        record.setVisible(field != null && field.key() != null);
        if (record.isVisible()) {
            record.setHelperText(words.say("corrections.key", field.key()));
        }
    }

    private static @Nullable String named(TextField record) {
        return record.isVisible() && !record.getValue().isBlank() ? record.getValue().strip() : null;
    }

    private String name(String item) {
        return request.items().stream().filter(each -> each.key().equals(item)).findFirst().map(this::said).orElse(item);
    }

    private String said(RequestItem item) {
        return requestWords.item(item);
    }

    private static Paragraph small(String text) {
        var small = new Paragraph(text);
        small.addClassName("small");
        return small;
    }
}
