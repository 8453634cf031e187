package org.innsyn.ui.overview;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The systems that report, and which of them should be looked at. */
final class SourceTable extends Section {

    SourceTable(List<Sources.Health> sources, Words words, Moments moments) {
        addClassName("figure");
        add(new H2(words.say("overview.sources")));
        if (sources.isEmpty()) {
            add(new Paragraph(words.say("overview.sources.none")));
            return;
        }
        var hint = new Paragraph(words.say("overview.sources.hint", Sources.SILENT_DAYS));
        hint.addClassName("small");
        var table = new NativeTable();
        table.addClassNames("figure-table", "sources");
        var head = new NativeTableRow();
        for (var column : List.of("source", "state", "last", "entries")) {
            head.add(new NativeTableHeaderCell(words.say("overview.sources." + column)));
        }
        table.getHead().add(head);
        sources.forEach(source -> table.getBody().add(row(source, words, moments)));
        add(hint, table);
    }

    private static NativeTableRow row(Sources.Health source, Words words, Moments moments) {
        var name = new NativeTableHeaderCell(source.source());
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(name);
        var state = row.addDataCell();
        if (source.well()) {
            state.add(badge(words.say("overview.sources.well"), "badge-quiet"));
        }
        if (source.silent()) {
            state.add(badge(words.say("overview.sources.silent", source.silentDays()), "badge-needs-you"));
        }
        if (source.gaps() > 0) {
            state.add(badge(words.say("overview.sources.gaps", source.gaps()), "badge-broken"));
        }
        row.addDataCell().setText(moments.dayAndMonth(source.last()));
        row.addDataCell().setText(words.number(source.entries()));
        return row;
    }

    private static Span badge(String text, String tone) {
        var badge = new Span(text);
        badge.addClassNames("badge", tone);
        return badge;
    }
}
