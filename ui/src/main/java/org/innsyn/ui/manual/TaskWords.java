package org.innsyn.ui.manual;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** How a task is said. */
final class TaskWords {

    private static final int SOON_DAYS = 2;

    private final Words words;
    private final Moments moments;

    TaskWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    /** "Remove what the paper archive holds" */
    String what(ManualTaskView task) {
        return words.say("task." + Words.name(task.work()), words.sayOr("system." + task.system(), "system-unknown", task.system()));
    }

    /** What to do there, as the company wrote it, in the reader's language. */
    String instructions(ManualTaskView task) {
        return words.locale().getLanguage().equals("nb") ? task.instructionsNb() : task.instructionsEn();
    }

    /** How long there is, or that it is done. */
    Span clock(ManualTaskView task, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, task.dueOn());
        var clock = new Span(task.doneAt() != null ? words.say("task.done") : moments.daysLeft(left));
        clock.addClassNames("badge", task.doneAt() != null ? "badge-done" : task.overdue() ? "badge-broken" : left <= SOON_DAYS ? "badge-needs-you" : "badge-quiet");
        return clock;
    }
}
