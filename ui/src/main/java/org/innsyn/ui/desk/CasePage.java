package org.innsyn.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.request.TimeLine;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/**
 * One request at the desk: the person and the clock, the items, the history. What a role may not do is not there. It
 * does not refresh by itself, because every look at it is recorded as an access.
 */
@Route("desk/:" + CasePage.ID)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO})
public class CasePage extends Page implements BeforeEnterObserver {

    static final String ID = "request";

    private final RequestsApi requests;
    private final CurrentUser user;
    private final RequestWords requestWords = new RequestWords(words, moments);
    private final Div told = new Div();
    private final Div place = new Div();
    private @Nullable UUID id;

    CasePage(RequestsApi requests, CurrentUser user) {
        super("case");
        this.requests = requests;
        this.user = user;
        var back = new Anchor("desk", words.say("case.back"));
        back.addClassName("plain-link");
        add(back, told, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = event.getRouteParameters().get(ID).map(UUID::fromString).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            reload();
        }
    }

    private void reload() {
        told.removeAll();
        load(place, () -> requests.get(id), this::show);
    }

    private void show(RequestView request) {
        told.removeAll();
        place.removeAll();
        var work = new Section(new H2(words.say("case.items")), work(request));
        work.addClassName("case-work");
        var history = new Section(new H2(words.say("case.history")), TimeLine.forStaff(request.history(), words, moments));
        history.addClassName("case-history");
        var columns = new Div(new PersonAndClock(request, words, moments), work, history);
        columns.addClassName("case");
        place.add(title(request), columns);
    }

    private Div title(RequestView request) {
        var reference = new Span(request.reference());
        reference.addClassName("reference");
        var again = new Button(words.say("case.again"), click -> reload());
        again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var title = new Div(new H1(requestWords.rightOfSomebody(request.right())), reference, again);
        title.addClassName("case-title");
        return title;
    }

    private Div work(RequestView request) {
        var may = Permitted.to(user, request);
        var work = new Div();
        if (may.prepare()) {
            work.add(new Preparation(request, words, moments,
                    command -> act(told, () -> requests.prepare(request.id(), command), this::show, this::reload)));
        } else {
            work.add(new ItemList(request.items(), words, moments));
        }
        if (may.waitForAnother()) {
            work.add(lead(words.say("case.same-person")));
        }
        if (may.decide()) {
            work.add(new Decision(request, words,
                    command -> act(told, () -> requests.approve(request.id(), command), this::show, this::reload),
                    command -> act(told, () -> requests.refuse(request.id(), command), this::show, this::reload)));
        }
        if (may.rerun()) {
            work.add(new Rerun(request, words,
                    command -> act(told, () -> requests.rerun(request.id(), command), this::show, this::reload)));
        }
        return work;
    }
}
