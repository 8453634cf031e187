package org.innsyn.ui.accesslog;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.stream.Collectors;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessEntry.ActorView;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Vocabulary;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The log as a dense table, in the words of the access control table. */
final class EntryGrid extends Grid<AccessEntry> {

    private static final int LONGEST_ID = 16;
    private static final int BRIEF_ID = 8;

    private final Words words;

    EntryGrid(Words words, Moments moments) {
        this.words = words;
        var vocabulary = new Vocabulary(words);
        addClassName("entries");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.ROW_STRIPES);
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.SINGLE);
        column("verdict").setAutoWidth(true).setFlexGrow(0);
        addColumn(entry -> moments.brief(entry.occurredAt())).setHeader(words.say("log.when")).setAutoWidth(true)
                .setFlexGrow(0).setTooltipGenerator(entry -> moments.exact(entry.occurredAt()));
        addColumn(this::whose).setHeader(words.say("log.whose")).setAutoWidth(true);
        addColumn(entry -> who(entry.actor(), vocabulary)).setHeader(words.say("log.who")).setAutoWidth(true);
        addColumn(entry -> vocabulary.operation(entry.operation()) + " " + entry.object())
                .setHeader(words.say("log.what")).setAutoWidth(true)
                .setTooltipGenerator(entry -> vocabulary.object(entry.object()));
        addColumn(AccessEntry::purpose).setHeader(words.say("log.why")).setAutoWidth(true)
                .setTooltipGenerator(entry -> vocabulary.purpose(entry.purpose()));
    }

    private Column<AccessEntry> column(String name) {
        return addColumn(new ComponentRenderer<>(this::verdict)).setHeader(words.say("log." + name));
    }

    private Span verdict(AccessEntry entry) {
        if (entry.held() != null) {
            return badge(words.say("held." + Words.name(entry.held())), "badge-needs-you");
        }
        return badge(words.say("verdict." + Words.name(entry.verdict())),
                entry.verdict() == Verdict.OUTSIDE_POLICY ? "badge-broken" : "badge-quiet");
    }

    private static Span badge(String text, String tone) {
        var badge = new Span(text);
        badge.addClassNames("badge", tone);
        return badge;
    }

    private String who(ActorView actor, Vocabulary vocabulary) {
        var unit = actor.unit() == null ? vocabulary.kind(actor.kind()) : actor.unit();
        return actor.id() == null ? unit : unit + " · " + brief(Words.quoted(actor.id()));
    }

    private String whose(AccessEntry entry) {
        if (entry.details() == null) {
            return words.say("log.whose-gone");
        }
        var identifiers = entry.details().identifiers();
        // The house itself records accesses by ledger, without naming the person again.
        return identifiers == null || identifiers.isEmpty()
                ? words.say("log.whose-ledger", brief(String.valueOf(entry.ledger())))
                : identifiers.stream().map(Identifier::value).collect(Collectors.joining(", "));
    }

    /** Long ids stand in full in the detail. */
    private static String brief(String id) {
        return id.length() <= LONGEST_ID ? id : id.substring(0, BRIEF_ID) + "…";
    }
}
