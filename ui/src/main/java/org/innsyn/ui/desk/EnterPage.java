package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;

/** A request that came by letter, phone or e-mail, with the moment it really arrived: the clock starts then. */
@Route("desk/new")
@RolesAllowed(Roles.CASE_HANDLER)
public class EnterPage extends Page {

    private final RequestDeskApi desk;
    private final Div told = new Div();

    EnterPage(RequestDeskApi desk) {
        super("enter");
        this.desk = desk;
        var back = new Anchor("desk", words.say("case.back"));
        back.addClassName("plain-link");
        add(back, heading(), lead(words.say("enter.lead")), form(), told);
    }

    private DeedForm form() {
        var requestWords = new RequestWords(words, moments);
        var form = new DeedForm("enter", new Drafts(), words, moments);
        var right = form.choice("right", List.of(Right.values()), requestWords::rightOfSomebody);
        var channel = form.choice("channel", Stream.of(Channel.values()).filter(each -> each != Channel.PORTAL).toList(), each -> words.say("channel." + Deeds.channel(each)));
        var account = form.line("account", 1);
        var received = form.moment("received", Instant.now());
        var recognised = form.moment("recognised", Instant.now());
        var message = form.text("message", 0);
        return form.does(() -> act(told, () -> desk.enter(new Enter(right.getValue(), channel.getValue(), account.getValue().strip(), form.at(received), form.at(recognised),
                message.isEmpty() ? null : message.getValue().strip())), this::entered, told::removeAll)).asMainAction();
    }

    private void entered(RequestView request) {
        getUI().ifPresent(ui -> ui.navigate(CasePage.class, new RouteParam(CasePage.ID, request.id().toString())));
    }
}
