package org.innsyn.ui.manual;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What to do, for whom and by when. */
final class TaskFacts extends Div {

    private final Words words;
    private final DescriptionList list = new DescriptionList();

    /** @param account whose data it is about; null once that is gone */
    TaskFacts(ManualTaskView task, @Nullable String account, Words words, Moments moments) {
        this.words = words;
        addClassName("card");
        list.addClassName("facts");
        var instructions = new Span(new TaskWords(words, moments).instructions(task));
        instructions.addClassName("written");
        add(list);
        fact("instructions", instructions);
        fact("account", new Span(account == null ? words.say("case.account-gone") : account));
        fact("request", new Anchor("desk/" + task.request(), task.reference()));
        fact("due", new Span(moments.date(task.dueOn())));
        if (task.files() > 0) {
            fact("files", new Span(words.number(task.files())));
        }
        if (task.doneAt() != null) {
            fact("done", new Span(moments.timeAndDay(task.doneAt())));
        }
        var recorded = new Paragraph(words.say("task.recorded"));
        recorded.addClassName("small");
        add(recorded);
    }

    private void fact(String name, Component value) {
        list.add(new DescriptionList.Term(words.say("task.fact." + name)), new DescriptionList.Description(value));
    }
}
