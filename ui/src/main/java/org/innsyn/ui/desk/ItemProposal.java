package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestItem;
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

    ItemProposal(RequestItem item, Words words, Moments moments) {
        this.item = item;
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        outcome.setLabel(words.say("case.proposal"));
        outcome.setItemLabelGenerator(value -> requestWords.outcome(value, item));
        outcome.setItems(item.allowed());
        outcome.setValue(item.proposal());
        outcome.addValueChangeListener(change -> offerGrounds());
        outcome.setReadOnly(item.allowed().size() < 2);
        ground.setLabel(words.say("case.ground-label"));
        ground.setItemLabelGenerator(requestWords::ground);
        offerGrounds();
        var choices = new Div(outcome, ground);
        choices.addClassName("choices");
        add(new H3(requestWords.item(item)), new Paragraph(found()), choices);
    }

    private String found() {
        var kept = item.keptUntil() == null ? "" : " " + words.say("case.kept-until", moments.date(item.keptUntil()));
        return words.say("case.found", item.found(), item.system()) + kept;
    }

    private void offerGrounds() {
        var grounds = new ArrayList<>(requestWords.grounds(item, outcome.getValue()));
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

    Proposal proposal() {
        return new Proposal(item.key(), outcome.getValue(), ground.isVisible() ? ground.getValue() : null);
    }
}
