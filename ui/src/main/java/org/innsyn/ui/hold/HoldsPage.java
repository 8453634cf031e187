package org.innsyn.ui.hold;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;

/** All legal holds that stand, those whose review date has come first. The list names nobody. */
@Route("holds")
@Menu(title = "nav.holds", order = 5.4)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO})
public class HoldsPage extends Page {

    private final HoldsApi holds;
    private final Checkbox released = new Checkbox();
    private final Div list = new Div();
    private final Div told = new Div();

    HoldsPage(HoldsApi holds, CurrentUser user) {
        super("holds");
        this.holds = holds;
        list.addClassName("cards");
        told.getElement().setAttribute("aria-live", "polite");
        released.setLabel(words.say("holds.released"));
        released.addValueChangeListener(change -> reload());
        add(heading(), lead(words.say("holds.lead")), released, list);
        if (user.has(Roles.CASE_HANDLER) || user.has(Roles.CONTROLLER)) {
            add(new PlaceForm(moments.today(), this::place, new Drafts(), words, moments).form());
        }
        add(told);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            reload();
        }
    }

    private void reload() {
        load(list, () -> holds.holds(false, released.getValue()), this::show);
    }

    private void show(List<HoldView> all) {
        if (all.isEmpty()) {
            list.add(new Notice(Notice.Tone.PLAIN, words.say("holds.none"), words.say("holds.none.text")));
        }
        all.stream().map(hold -> new HoldCard(hold, words, moments)).forEach(list::add);
    }

    private void place(Place command) {
        act(told, () -> holds.place(command), hold -> getUI().ifPresent(ui -> ui.navigate(HoldPage.class, new RouteParam(HoldPage.ID, hold.id().toString()))), told::removeAll);
    }
}
