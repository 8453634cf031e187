package org.innsyn.ui.findings;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The queue as a table: what it is, how far, who has it. */
final class FindingGrid extends Grid<FindingView> {

    private final Words words;

    FindingGrid(Words words, Moments moments) {
        this.words = words;
        var sentences = new FindingWords(words);
        addClassName("entries");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.ROW_STRIPES, GridVariant.WRAP_CELL_CONTENT);
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.SINGLE);
        addColumn(new ComponentRenderer<>(this::state)).setHeader(words.say("findings.state")).setAutoWidth(true).setFlexGrow(0);
        addColumn(sentences::sentence).setHeader(words.say("findings.what")).setWidth("17rem").setFlexGrow(1).setTooltipGenerator(sentences::sentence);
        addColumn(finding -> words.say("finding-kind." + Words.name(finding.kind()))).setHeader(words.say("findings.kind")).setAutoWidth(true).setFlexGrow(0);
        addColumn(finding -> words.number(finding.occurrences())).setHeader(words.say("findings.times")).setAutoWidth(true).setFlexGrow(0);
        addColumn(finding -> moments.brief(finding.lastAt())).setHeader(words.say("log.when")).setAutoWidth(true).setFlexGrow(0)
                .setTooltipGenerator(finding -> moments.exact(finding.lastAt()));
    }

    private Span state(FindingView finding) {
        var badge = new Span(words.say(key(finding)));
        badge.addClassNames("badge", finding.state() == FindingState.CONCLUDED ? "badge-quiet" : finding.assignee() == null ? "badge-needs-you" : "badge-moving");
        return badge;
    }

    private static String key(FindingView finding) {
        if (finding.conclusion() != null) {
            return "conclusion." + Words.name(finding.conclusion());
        }
        return finding.mine() ? "findings.mine" : finding.assignee() == null ? "finding-state.open" : "findings.taken";
    }
}
