package org.innsyn.ui.manual;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** One task in the list, which says of nobody whose it is; with a way to it for those who may read it. */
final class TaskCard extends Div {

    TaskCard(ManualTaskView task, boolean mayOpen, Words words, Moments moments) {
        addClassNames("card", "task-card");
        var said = new TaskWords(words, moments);
        var name = new H2(mayOpen ? new Anchor(ManualTaskPage.address(task.id()), said.what(task)) : new Span(said.what(task)));
        var top = new Div(name, said.clock(task, moments.today()));
        top.addClassName("card-top");
        add(top, new Paragraph(task.doneAt() == null
                ? words.say("task.due", moments.date(task.dueOn())) : words.say("task.done-at", moments.timeAndDay(task.doneAt()))));
        add(new Paragraph(new Span(words.say("task.for")), new Anchor("desk/" + task.request(), task.reference())));
        if (task.files() > 0) {
            add(new Paragraph(words.say("task.files", task.files())));
        }
    }
}
