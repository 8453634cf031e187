package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.request.RequestCard;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;

/** A customer's requests, newest first. */
@Route("requests")
@Menu(title = "nav.my-requests", order = 3)
@RolesAllowed(Roles.SUBJECT)
public class MyRequestsPage extends Page {

    private final RequestsApi requests;
    private final Div list = new Div();

    MyRequestsPage(RequestsApi requests) {
        super("my-requests");
        this.requests = requests;
        list.addClassName("cards");
        var ask = new Anchor("requests/new", words.say("my-requests.ask"));
        ask.addClassName("button-link");
        add(heading(), lead(words.say("my-requests.lead")), ask, list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            load(list, requests::mine, this::show);
        }
    }

    private void show(List<RequestView> mine) {
        if (mine.isEmpty()) {
            list.add(new Notice(Notice.Tone.PLAIN, words.say("my-requests.none"), words.say("my-requests.none.text")));
        }
        mine.stream().map(request -> new RequestCard(request, words, moments)).forEach(list::add);
    }
}
