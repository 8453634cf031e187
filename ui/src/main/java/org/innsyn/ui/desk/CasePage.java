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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.letters.LetterList;
import org.innsyn.ui.request.RequestChanges;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.request.TimeLine;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Following;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.shell.Told;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.withholding.WithholdingLink;
import org.jspecify.annotations.Nullable;

/**
 * One request at the desk: the person and the clock, the items, the history. What a role may not do is not there. When somebody else
 * changes it, it is read anew, which is recorded; unless something was typed here: that stays, and the reader is told.
 */
@Route("desk/:" + CasePage.ID)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO})
public class CasePage extends Page implements BeforeEnterObserver {

    static final String ID = "request";

    /** How often the list is asked, which also knows what other processes and the house itself did. */
    private static final int LIST_MILLIS = 10_000;
    private static final int URGENT = 200;

    private final CaseServices services;
    private final Drafts drafts = new Drafts();
    private final RequestChanges changes;
    private final CurrentUser user;
    private final RequestWords requestWords = new RequestWords(words, moments);
    private final Div told = new Div();
    private final Div place = new Div();
    private @Nullable UUID id;
    private @Nullable RequestView shown;
    private final Following following = Following.of(this, this::follow);
    private List<Ground> lawful = List.of();
    private boolean typed;

    CasePage(CaseServices services, RequestChanges changes, CurrentUser user) {
        super("case");
        this.services = services;
        this.changes = changes;
        following.toldBy(news -> changes.listen(request -> {
            if (request.equals(id)) {
                news.run();
            }
        }));
        this.user = user;
        var back = new Anchor("desk", words.say("case.back"));
        back.addClassName("plain-link");
        told.getElement().setAttribute("aria-live", "polite");
        // Both come from the fields within, whichever they are.
        place.getElement().addEventListener("input", event -> typed = true);
        place.getElement().addEventListener("change", event -> typed = true);
        add(back, told, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = idIn(event, ID);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        following.every(LIST_MILLIS);
        if (event.isInitialAttach()) {
            reload();
        }
    }

    private void follow() {
        if (shown == null || told.getElement().getChildCount() > 0 || !changedByAnother(shown)) {
            return;
        }
        if (typed) {
            told.add(new Notice(Notice.Tone.NEEDS_YOU, words.say("case.changed"), words.say("case.changed.text"), new Button(words.say("problem.stale.action"), click -> reload())));
        } else {
            Told.inPassing(words.say("case.followed"));
            reload();
        }
    }

    private boolean changedByAnother(RequestView request) {
        return changes.isNewer(request.id(), request.version()) || hasMovedOn(request);
    }

    /** A service that is away for a moment is no news. */
    private boolean hasMovedOn(RequestView request) {
        try {
            return services.requests().list(null, 0, URGENT).requests().stream().anyMatch(each -> each.id().equals(request.id()) && each.version() > request.version());
        } catch (ServiceProblem e) {
            return false;
        }
    }

    private void reload() {
        told.removeAll();
        load(place, () -> services.requests().get(id), this::show);
    }

    private void show(RequestView request) {
        shown = changes.note(request);
        typed = false;
        told.removeAll();
        place.removeAll();
        var work = new Section(new H2(words.say("case.items")), new Hindrances(request, words), new WithholdingLink(request, words), work(request));
        work.addClassName("case-work");
        var history = new Section(new H2(words.say("case.history")), TimeLine.forStaff(request.history(), words, moments), new LetterList(request, words, moments));
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

    private CaseWork work(RequestView request) {
        List<Ground> offered = Permitted.to(user, request).prepare() ? grounds() : List.of();
        return new CaseWork(request, offered, services, user, this::send, this::ask, drafts, words, moments);
    }

    /** What was typed for it is kept until it is carried out, also when the page shows a newer state in between. */
    private void send(String draft, Supplier<RequestView> command) {
        act(told, command, now -> {
            drafts.forget(draft);
            show(now);
        }, this::reload);
        // What was pressed may stand far below.
        if (told.getElement().getChildCount() > 0) {
            told.scrollIntoView();
        }
    }

    /** The same for every request, so asked for once; without them what needs a ground can only be handed over as it was suggested. */
    private List<Ground> grounds() {
        if (lawful.isEmpty()) {
            try {
                lawful = services.desk().grounds();
            } catch (ServiceProblem e) {
                return List.of();
            }
        }
        return lawful;
    }
}
