package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.hold.HoldLinks;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** One item with what is proposed for it, and on what ground. */
final class ItemProposal extends ListItem {

    private final RequestItem item;
    private final Words words;
    private final Moments moments;
    private final RequestWords requestWords;
    private final Select<Outcome> outcome = new Select<>();
    private final Select<String> ground = new Select<>();
    private final Right right;
    private final List<Ground> lawful;

    /**
     * @param lawful all grounds the service knows
     * @param drafts what was chosen here and not handed over
     */
    ItemProposal(RequestItem item, Right right, List<Ground> lawful, Drafts drafts, Words words, Moments moments) {
        this.item = item;
        this.right = right;
        this.lawful = lawful;
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        outcome.setLabel(words.say("case.proposal"));
        outcome.setItemLabelGenerator(value -> requestWords.outcome(value, item));
        outcome.setItems(item.allowed());
        outcome.setValue(item.proposal());
        var draft = Preparation.DRAFTS + item.key() + ".";
        outcome.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                // The ground was for the other outcome.
                drafts.forget(draft + "ground");
            }
            offerGrounds();
        });
        outcome.setReadOnly(item.allowed().size() < 2);
        ground.setLabel(words.say("case.ground-label"));
        ground.setItemLabelGenerator(this::said);
        drafts.keepChoice(draft + "outcome", outcome, item.allowed()::contains);
        offerGrounds();
        drafts.keepChoice(draft + "ground", ground, chosen -> grounds(outcome.getValue()).contains(chosen));
        if (outcome.getValue() != item.proposal()) {
            outcome.setHelperText(words.say("case.kept-choice", requestWords.outcome(item.proposal(), item)));
        }
        var choices = new Div(outcome, ground);
        choices.addClassName("choices");
        add(new H3(requestWords.item(item)), new Paragraph(found()), new HoldLinks(item, words), choices);
    }

    private String found() {
        var kept = item.keptUntil() == null ? "" : " " + words.say("case.kept-until", moments.date(item.keptUntil()));
        var found = requestWords.uncounted(item).orElseGet(() -> words.say("case.found", item.found(), item.system()));
        return found + kept + requestWords.held(item).map(held -> " " + held).orElse("");
    }

    private void offerGrounds() {
        var grounds = new ArrayList<>(grounds(outcome.getValue()));
        ground.setVisible(!grounds.isEmpty());
        if (grounds.isEmpty()) {
            return;
        }
        boolean proposed = outcome.getValue() == item.proposal() && item.ground() != null;
        if (proposed && !grounds.contains(item.ground())) {
            grounds.addFirst(item.ground());
        }
        ground.setItems(grounds);
        ground.setValue(proposed ? item.ground() : grounds.getFirst());
    }

    /** What the law gives for it: nobody can choose what would be refused. The log of who looked is the accountability's own, and that is no other data's ground. */
    private List<String> grounds(Outcome wanted) {
        return lawful.stream()
                .filter(each -> each.outcomes().contains(wanted) && each.rights().contains(right))
                .map(Ground::key)
                .filter(key -> !key.equals(wanted == Outcome.KEEP && RequestWords.isAccessLog(item) ? "bookkeeping-law" : "accountability"))
                .sorted(Comparator.comparing(key -> !key.equals("accountability")))
                .toList();
    }

    private String said(String key) {
        return requestWords.groundOr(key, lawful.stream().filter(each -> each.key().equals(key)).map(Ground::text).findFirst().orElse(null));
    }

    Proposal proposal() {
        return new Proposal(item.key(), outcome.getValue(), ground.isVisible() ? ground.getValue() : null);
    }
}
