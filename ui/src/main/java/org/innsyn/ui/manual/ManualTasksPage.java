package org.innsyn.ui.manual;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;

/** What waits for a person to do it, due first. */
@Route("tasks")
@Menu(title = "nav.tasks", order = 5.2)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO})
public class ManualTasksPage extends Page {

    private final ManualTasksApi tasks;
    private final CurrentUser user;
    private final Checkbox done = new Checkbox();
    private final Div list = new Div();

    ManualTasksPage(ManualTasksApi tasks, CurrentUser user) {
        super("tasks");
        this.tasks = tasks;
        this.user = user;
        list.addClassName("cards");
        done.setLabel(words.say("tasks.done"));
        done.addValueChangeListener(change -> reload());
        add(heading(), lead(words.say("tasks.lead")), done, list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            reload();
        }
    }

    private void reload() {
        load(list, () -> tasks.manualTasks(done.getValue()), this::show);
    }

    private void show(List<ManualTaskView> all) {
        if (all.isEmpty()) {
            list.add(new Notice(Notice.Tone.PLAIN, words.say("tasks.none"), words.say("tasks.none.text")));
        }
        boolean mayOpen = user.has(Roles.CASE_HANDLER) || user.has(Roles.CONTROLLER);
        all.stream().map(task -> new TaskCard(task, mayOpen, words, moments)).forEach(list::add);
    }
}
