package org.innsyn.ui.withholding;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.Withholdings.Contents;
import org.innsyn.schemas.request.Withholdings.RecordLine;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** The records of a part, page after page; for a case-handler each can be chosen. What stands in them is other people's text and shown as such. */
final class RecordList extends Section {

    private final RequestItem item;
    private final boolean mayChoose;
    private final More more;
    private final Words words;
    private final Map<String, RecordLine> read = new LinkedHashMap<>();
    private final Set<String> withheld = new HashSet<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final UnorderedList list = new UnorderedList();
    private final Button further;
    private final Button keepOut;
    private final Select<Ground> ground = new Select<>();
    private long places;

    /** Has what was chosen kept out. */
    interface KeepOut {
        void of(RequestItem item, List<String> records, String ground);
    }

    /** Asks for what follows. */
    interface More {
        void after(RequestItem item, long records);
    }

    /** @param grounds those that can be named; empty for who only reads */
    RecordList(RequestItem item, String name, List<Ground> grounds, KeepOut keep, More more, Words words, RequestWords requestWords) {
        this.item = item;
        this.mayChoose = !grounds.isEmpty();
        this.more = more;
        this.words = words;
        list.addClassName("case-items");
        further = new Button(words.say("more"), click -> this.more.after(item, places));
        further.addClassName("more");
        keepOut = new Button("", click -> keep.of(item, List.copyOf(chosen), ground.getValue().key()));
        keepOut.addThemeVariants(ButtonVariant.PRIMARY);
        ground.setLabel(words.say("case.ground-label"));
        ground.setItems(grounds);
        ground.setItemLabelGenerator(each -> requestWords.groundOr(each.key(), each.text()));
        ground.addClassName("deed-field");
        if (mayChoose) {
            ground.setValue(grounds.getFirst());
        }
        var actions = new Div(ground, keepOut);
        actions.addClassName("keep-out");
        actions.setVisible(mayChoose);
        addClassName("beside-list");
        add(new H2(name), list, further, actions);
        wake();
    }

    RequestItem item() {
        return item;
    }

    /** What a record says, where it was shown. */
    @Nullable String textOf(String record) {
        var line = read.get(record);
        return line == null ? null : line.text();
    }

    /** Adds what came below what is shown. */
    void add(Contents contents) {
        places += contents.records().size();
        for (var line : contents.records()) {
            if (line.withheld()) {
                withheld.add(line.record());
            }
            if (read.put(line.record(), line) == null) {
                list.add(line(line));
            }
        }
        if (read.isEmpty()) {
            list.add(new ListItem(new Paragraph(words.say("withholding.empty"))));
        }
        further.setVisible(contents.more());
    }

    /** Says anew which records are kept out; what was chosen besides stays chosen. */
    void mark(List<String> now) {
        withheld.clear();
        withheld.addAll(now);
        now.forEach(chosen::remove);
        list.removeAll();
        read.values().stream().map(this::line).forEach(list::add);
        wake();
    }

    private ListItem line(RecordLine record) {
        var text = new Span(record.text());
        text.addClassName("written");
        var line = new ListItem();
        line.addClassName("record");
        if (withheld.contains(record.record())) {
            var state = new Span(words.say("withholding.kept-out"));
            state.addClassNames("badge", "badge-needs-you");
            line.add(state, text);
        } else if (mayChoose) {
            var choice = new Checkbox();
            choice.setLabelComponent(text);
            choice.setValue(chosen.contains(record.record()));
            choice.addValueChangeListener(change -> {
                if (change.getValue()) {
                    chosen.add(record.record());
                } else {
                    chosen.remove(record.record());
                }
                wake();
            });
            line.add(choice);
        } else {
            line.add(text);
        }
        return line;
    }

    private void wake() {
        keepOut.setText(words.say("withholding.keep-out", chosen.size()));
        keepOut.setEnabled(!chosen.isEmpty());
    }
}
