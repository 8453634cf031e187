package org.innsyn.ui.manual;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.innsyn.schemas.manual.ManualCommands.Complete;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.PageOfOne;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** One task: what to do, for whom, the files that were collected, and the statement of what was done. */
@Route("tasks/:" + ManualTaskPage.ID)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER})
public class ManualTaskPage extends PageOfOne<ManualTaskView> {

    static final String ID = "task";

    private final ManualTasksApi tasks;
    private final CurrentUser user;
    private final Div files = new Div();
    private final Div end = new Div();
    private @Nullable String account;

    ManualTaskPage(ManualTasksApi tasks, CurrentUser user) {
        super("task", ID, "tasks");
        this.tasks = tasks;
        this.user = user;
        place.addClassName("request");
        end.addClassName("request");
        // What is told stays last.
        add(files, end, told);
    }

    /** Where a task is read. */
    static String address(UUID task) {
        return "tasks/" + task;
    }

    @Override
    protected ManualTaskView read(UUID id) {
        return tasks.manualTask(id);
    }

    @Override
    protected void opened(ManualTaskView task) {
        account = task.account();
        offerUpload(task);
        show(task);
    }

    /** Stays as it is while files come in, whatever else is shown anew. */
    private void offerUpload(ManualTaskView task) {
        files.removeAll();
        if (mayDo(task) && task.work() == Work.COLLECT) {
            files.add(new FileUpload(upload -> tasks.upload(id(), upload), this::show, this::refused, words));
        }
    }

    private void refused(ServiceProblem problem) {
        told.removeAll();
        told.add(Notice.of(problem, words, this::reload));
    }

    private boolean mayDo(ManualTaskView task) {
        return task.doneAt() == null && user.has(Roles.CASE_HANDLER);
    }

    /** @param task with whose it is only where it was just read */
    @Override
    protected void show(ManualTaskView task) {
        place.removeAll();
        end.removeAll();
        var said = new TaskWords(words, moments);
        var title = new Div(new H1(said.what(task)), said.clock(task, moments.today()));
        title.addClassName("case-title");
        place.add(title, new TaskFacts(task, account, words, moments));
        if (mayDo(task)) {
            end.add(new CompletionForm(task, this::complete, drafts, words, moments).form());
        } else if (task.doneAt() == null) {
            end.add(lead(words.say("task.not-yours")));
        }
    }

    private void complete(Complete command) {
        act(told, () -> tasks.complete(id(), command), now -> {
            drafts.clear();
            files.removeAll();
            show(now);
            told.add(new Notice(Notice.Tone.PLAIN, words.say("task.thanks"), words.say("task.thanks.text"), new Anchor("desk/" + now.request(), now.reference())));
        }, this::reload);
    }
}
