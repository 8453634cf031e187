package org.innsyn.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.innsyn.schemas.accesslog.Reader;
import org.innsyn.ui.entry.Vocabulary;
import org.innsyn.ui.words.Words;

/** Who reads the most: a bar each, with a mark where the usual of their unit lies. */
final class ReaderList extends Section {

    private final Words words;
    private final Vocabulary vocabulary;

    ReaderList(List<Reader> readers, Words words) {
        this.words = words;
        vocabulary = new Vocabulary(words);
        addClassName("figure");
        add(new H2(words.say("overview.readers")));
        if (readers.isEmpty()) {
            add(new Paragraph(words.say("overview.readers.none")));
            return;
        }
        var hint = new Paragraph(words.say("overview.readers.hint"));
        hint.addClassName("small");
        add(hint, table(readers));
    }

    private NativeTable table(List<Reader> readers) {
        long most = readers.stream().mapToLong(reader -> Math.max(reader.entries(), reader.usual())).max().orElse(1);
        var table = new NativeTable();
        table.addClassNames("figure-table", "readers");
        var head = new NativeTableRow();
        for (var column : List.of("who", "entries", "people", "usual", "drawing")) {
            head.add(new NativeTableHeaderCell(words.say("overview.readers." + column)));
        }
        table.getHead().add(head);
        readers.forEach(reader -> table.getBody().add(row(reader, most)));
        return table;
    }

    private NativeTableRow row(Reader reader, long most) {
        var row = new NativeTableRow();
        var unit = reader.unit() == null ? words.say("actor.staff") : vocabulary.unit(reader.unit());
        var who = new NativeTableHeaderCell(reader.id() == null ? unit : words.say("overview.reader", Words.quoted(reader.id()), unit));
        who.getElement().setAttribute("scope", "row");
        row.add(who);
        for (long figure : new long[] {reader.entries(), reader.people(), reader.usual()}) {
            row.addDataCell().setText(words.number(figure));
        }
        row.addDataCell().add(bar(reader, most));
        return row;
    }

    private static Div bar(Reader reader, long most) {
        var bar = new Span();
        bar.addClassName("reader-bar");
        bar.getStyle().set("width", percent(reader.entries(), most));
        var usual = new Span();
        usual.addClassName("reader-usual");
        usual.getStyle().set("inset-inline-start", percent(reader.usual(), most));
        var drawing = new Div(bar, usual);
        drawing.addClassName("reader-drawing");
        drawing.getElement().setAttribute("aria-hidden", "true");
        return drawing;
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / Math.max(1, whole));
    }
}
