package org.innsyn.ui.manual;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.innsyn.schemas.manual.ManualCommands.Complete;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Saying that it is done: exactly what was removed or collected, or that nothing is there. Offers only what fits together. */
final class CompletionForm {

    private final ManualTaskView task;
    private final Consumer<Complete> complete;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;

    /** What was found. */
    private enum Found { SOMETHING, NOTHING }

    CompletionForm(ManualTaskView task, Consumer<Complete> complete, Drafts drafts, Words words, Moments moments) {
        this.task = task;
        this.complete = complete;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
    }

    DeedForm form() {
        return (task.work() == Work.ERASE ? removed() : collected()).asMainAction();
    }

    private DeedForm removed() {
        var form = new DeedForm("task-erase", drafts, words, moments);
        var found = form.choice("found", List.of(Found.values()), each -> words.say("deed.task-erase.found." + Words.name(each)));
        var count = form.line("count", 0);
        count.setAllowedCharPattern("[0-9]");
        count.setMaxLength(9);
        count.setVisible(found.getValue() == Found.SOMETHING);
        found.addValueChangeListener(change -> count.setVisible(change.getValue() == Found.SOMETHING));
        var statement = form.text("statement", DeedForm.SHORTEST_TEXT);
        form.needs(() -> found.getValue() != Found.SOMETHING || count.getValue().matches("[1-9][0-9]*"));
        return form.does(() -> complete.accept(found.getValue() == Found.SOMETHING
                ? new Complete(false, Map.of("erased", Long.parseLong(count.getValue())), statement.getValue().strip())
                : new Complete(true, Map.of(), statement.getValue().strip())));
    }

    /** What was uploaded is what was found. */
    private DeedForm collected() {
        boolean nothing = task.files() == 0;
        var form = new DeedForm("task-collect", drafts, words, moments);
        form.says(nothing ? words.say("task.collect.nothing") : words.say("task.collect.files", task.files()));
        var statement = form.text("statement", DeedForm.SHORTEST_TEXT);
        return form.does(words.say(nothing ? "task.collect.do-nothing" : "deed.task-collect.do"),
                () -> complete.accept(new Complete(nothing, Map.of(), statement.getValue().strip())));
    }
}
