package org.innsyn.ui.findings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.schemas.oversight.FindingsApi.Conclude;
import org.innsyn.schemas.oversight.FindingsApi.Move;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** One finding: what happened, by which rule, its accesses when asked for, and what can be done with it. */
final class FindingDetail extends Div {

    private static final int SHORTEST_NOTE = 10;
    private static final List<String> REASONS = List.of("agreed-with-unit", "mistake", "rule-to-change", "curiosity", "other");

    /** What the page does for it. */
    interface Actions {

        void close();

        /** Shows its accesses in this place; showing them is recorded. */
        void entries(FindingView finding, Div place);

        void assign(FindingView finding, Move move, Div told);

        void conclude(FindingView finding, Conclude conclude, Div told);

        void reopen(FindingView finding, Move move, Div told);
    }

    private final Words words;
    private final Moments moments;

    FindingDetail(FindingView finding, Words words, Moments moments, Actions actions) {
        this.words = words;
        this.moments = moments;
        addClassName("detail");
        var closing = new Button(words.say("detail.close"), click -> actions.close());
        closing.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        closing.addClassName("detail-close");
        add(closing, new H2(words.say("finding-kind." + Words.name(finding.kind()))), new Paragraph(new FindingWords(words).sentence(finding)),
                rule(finding), facts(finding));
        var told = new Div();
        if (finding.state() == FindingState.OPEN) {
            work(finding, actions, told);
        } else {
            var again = new Button(words.say("findings.reopen"), click -> actions.reopen(finding, new Move(finding.version()), told));
            add(new Div(again));
        }
        if (finding.conclusion() == Conclusion.BREACH) {
            add(new Anchor("breaches", words.say("findings.to-breach")));
        }
        add(told);
        if (finding.unreported() != null) {
            unreported(finding);
            return;
        }
        var entries = new Div();
        var show = new Button(words.say("findings.entries"), click -> actions.entries(finding, entries));
        var hint = new Paragraph(words.say("access-log.recorded"));
        hint.addClassName("small");
        add(new Div(show), hint, entries);
    }

    /** Nobody's rows: there is nothing to record when they are shown. */
    private void unreported(FindingView finding) {
        var sentences = new FindingWords(words);
        var ranges = new UnorderedList();
        finding.unreported().forEach(each -> ranges.add(new ListItem(sentences.range(each, moments))));
        add(new Paragraph(words.say("findings.unreported.ranges", finding.unreported().size(), finding.occurrences())), ranges);
    }

    private Paragraph rule(FindingView finding) {
        var rule = new Paragraph(words.say("finding-kind." + Words.name(finding.kind()) + ".rule"));
        rule.addClassName("small");
        return rule;
    }

    private DescriptionList facts(FindingView finding) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "findings.first", moments.exact(finding.firstAt()));
        fact(facts, "findings.last", moments.exact(finding.lastAt()));
        fact(facts, "findings.times", words.number(finding.occurrences()));
        if (finding.unit() != null) {
            fact(facts, "search.unit", finding.unit());
        }
        if (finding.conclusion() != null) {
            fact(facts, "findings.conclusion", words.say("conclusion." + Words.name(finding.conclusion())));
            fact(facts, "findings.reason", words.sayOr("finding-reason." + finding.reason(), "kind-unknown", String.valueOf(finding.reason())));
            fact(facts, "findings.note", finding.note() == null ? words.say("log.whose-gone") : finding.note());
        }
        return facts;
    }

    private void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(words.say(name)), new DescriptionList.Description(value));
    }

    private void work(FindingView finding, Actions actions, Div told) {
        if (!finding.mine()) {
            add(new Div(new Button(words.say("findings.assign"), click -> actions.assign(finding, new Move(finding.version()), told))));
        }
        var conclusion = new Select<Conclusion>();
        conclusion.setLabel(words.say("findings.conclusion"));
        conclusion.setItems(Conclusion.values());
        conclusion.setItemLabelGenerator(each -> words.say("conclusion." + Words.name(each)));
        var reason = new Select<String>();
        reason.setLabel(words.say("findings.reason"));
        reason.setItems(REASONS);
        reason.setItemLabelGenerator(each -> words.say("finding-reason." + each));
        var note = new TextArea(words.say("findings.note"));
        note.setHelperText(words.say("findings.note.help"));
        note.setMaxLength(Conclude.MAX_NOTE);
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setWidthFull();
        var conclude = new Button(words.say("findings.conclude"), click -> actions.conclude(
                finding, new Conclude(finding.version(), conclusion.getValue(), reason.getValue(), note.getValue().strip()), told));
        conclude.addThemeVariants(ButtonVariant.PRIMARY);
        Runnable complete = () -> conclude.setEnabled(conclusion.getValue() != null && reason.getValue() != null && note.getValue().strip().length() >= SHORTEST_NOTE);
        conclusion.addValueChangeListener(change -> complete.run());
        reason.addValueChangeListener(change -> complete.run());
        note.addValueChangeListener(change -> complete.run());
        complete.run();
        var ending = new Details(words.say("findings.conclude-it"), conclusion, reason, note, conclude);
        ending.setOpened(finding.mine());
        add(ending);
    }
}
