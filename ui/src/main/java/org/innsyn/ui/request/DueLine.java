package org.innsyn.ui.request;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** By when an answer is owed, and how that day comes about. */
public final class DueLine extends Div {

    public DueLine(DueDate due, Words words, Moments moments) {
        addClassName("due");
        var sentence = new Paragraph(words.say("due", moments.date(due.limit()), moments.daysLeft(due.daysLeft())));
        sentence.addClassName(due.daysLeft() < 0 ? "due-overdue" : "due-sentence");
        var why = new DueSteps(words, moments).said(due).map(Paragraph::new).orElseGet(() -> inEnglish(due.explanation()));
        add(sentence, new Details(words.say("due.why"), why));
    }

    /** Where we have no words for a step, the service explains in one language; said aloud it should sound like it. */
    private static Paragraph inEnglish(String explanation) {
        var paragraph = new Paragraph(explanation);
        paragraph.getElement().setAttribute("lang", "en");
        return paragraph;
    }
}
