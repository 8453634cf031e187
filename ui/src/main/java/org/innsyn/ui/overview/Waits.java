package org.innsyn.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.oversight.NameView;
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

    /** @param all questions for a name; an officer is heard about each before a controller decides */
    static Component names(List<NameView> all, Words words) {
        long open = all.stream().filter(name -> name.told() == null).count();
        long heard = all.stream().filter(name -> name.told() == null && name.adviceToTell() != null).count();
        return new Waits(new Anchor("names", words.say("today.names")), open == 0 ? words.say("today.names.none") : words.say("today.names.open", heard, open - heard), false);
    }

    /** @param due holds whose review date has come, the oldest date first */
    static Component holds(List<HoldView> due, Words words, Moments moments) {
        return new Waits(new Anchor("holds", words.say("overview.holds")), due.isEmpty()
                ? words.say("overview.holds.none")
                : words.say("overview.holds.due", due.size(), moments.date(due.getFirst().reviewOn())), !due.isEmpty());
    }
}
