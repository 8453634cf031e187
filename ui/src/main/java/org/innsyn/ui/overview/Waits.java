package org.innsyn.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What waits for somebody of the desk: how much, since or until when, and the way there. */
final class Waits extends Section {

    private Waits(Anchor there, String sentence, boolean late) {
        addClassName("wait");
        var said = new Paragraph(sentence);
        if (late) {
            said.addClassName("due-overdue");
        }
        add(there, said);
    }

    /** @param open what people have to do by hand, due first */
    static Component tasks(List<ManualTaskView> open, Words words, Moments moments) {
        long late = open.stream().filter(ManualTaskView::overdue).count();
        return new Waits(new Anchor("tasks", words.say("overview.tasks")), open.isEmpty()
                ? words.say("overview.tasks.none")
                : words.say("overview.tasks.open", open.size(), late, moments.date(open.getFirst().dueOn())), late > 0);
    }

    /** @param due holds whose review date has come, the oldest date first */
    static Component holds(List<HoldView> due, Words words, Moments moments) {
        return new Waits(new Anchor("holds", words.say("overview.holds")), due.isEmpty()
                ? words.say("overview.holds.none")
                : words.say("overview.holds.due", due.size(), moments.date(due.getFirst().reviewOn())), !due.isEmpty());
    }
}
