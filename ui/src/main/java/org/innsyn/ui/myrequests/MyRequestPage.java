package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.request.DueLine;
import org.innsyn.ui.request.RequestChanges;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.request.StateBadge;
import org.innsyn.ui.request.TimeLine;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Following;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** One request as the person who made it sees it. It follows by itself while work is under way. */
@Route("requests/:" + MyRequestPage.ID)
@RolesAllowed(Roles.SUBJECT)
public class MyRequestPage extends Page implements BeforeEnterObserver {

    static final String ID = "request";

    private static final int POLL_MILLIS = 2_000;
    private static final int AWAY_POLL_MILLIS = 10_000;

    private final MyRequestServices services;
    private final String pages;
    private final RequestChanges changes;
    private final CurrentUser user;
    private final RequestWords requestWords = new RequestWords(words, moments);
    private final Div told = new Div();
    private final Div place = new Div();

    private final Drafts drafted = new Drafts();
    private final RightParts parts;
    private @Nullable CopyLinkForm link;
    private @Nullable RequestView shown;
    private @Nullable UUID id;
    private final Following following = Following.of(this, this::follow);
    private boolean isAway;

    MyRequestPage(MyRequestServices services, RequestChanges changes, CurrentUser user, @Value("${innsyn.ui.url}") String pages) {
        super("my-request");
        this.services = services;
        this.pages = pages;
        this.changes = changes;
        following.toldBy(news -> changes.listen(request -> {
            if (request.equals(id)) {
                news.run();
            }
        }));
        this.user = user;
        parts = new RightParts(services, this::ask, this::corrected, this::pace, drafted, words, moments);
        place.addClassName("request");
        add(told, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = idIn(event, ID);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        reload();
    }

    private void reload() {
        told.removeAll();
        load(place, () -> services.requests().get(id), this::show);
    }

    /** Looks again; a service that is away is told of, and asked more seldom until it is back. */
    private void follow() {
        try {
            var now = services.requests().get(id);
            if (isAway) {
                isAway = false;
                told.removeAll();
                pace();
            }
            if (shown == null || now.version() != shown.version()) {
                show(now);
            } else if (parts.isTransferring()) {
                parts.follow();
                pace();
            }
        } catch (ServiceProblem e) {
            isAway = e.kind() == ServiceProblem.Kind.AWAY;
            if (isAway) {
                following.every(AWAY_POLL_MILLIS);
            } else {
                following.onlyWhenTold();
            }
            told.removeAll();
            told.add(Notice.of(e, words, this::reload));
        }
    }

    private void show(RequestView request) {
        shown = changes.note(request);
        place.removeAll();
        place.add(title(request), lead(requestWords.stateSentence(request.state(), request.right())));
        if (request.reason() != null) {
            var reason = new Paragraph(request.reason());
            reason.addClassName("note");
            place.add(reason);
        }
        if (request.download() != null) {
            place.add(new DownloadCard(request, request.download(), services.downloads(), isFresh() ? link(request.id()) : null, words, moments));
        }
        if (!request.state().isClosed()) {
            if (request.legal().question() != null) {
                place.add(new ReplyForm(request, drafted, words, reply -> act(told, () -> services.requests().reply(request.id(), reply), this::replied, this::reload)));
            }
            place.add(new DueLine(request.due(), words, moments), new NextSteps(request, words, moments));
        }
        if (request.state() == RequestState.ASSESSED) {
            place.add(new H2(words.say("my-request.found")), found(request));
        } else if (!request.items().isEmpty()) {
            place.add(new H2(words.say("my-request.items")), new Outcomes(request.items(), words, moments));
            if (request.state() == RequestState.DONE || request.state() == RequestState.PARTLY_DONE) {
                place.add(new ReceiptLink(request, services.receipts(), words));
            }
            if (request.legal().remedies() != null) {
                place.add(new Notice(Notice.Tone.PLAIN, words.say("my-request.partly-refused"), words.say("my-request.remedies")));
            }
        }
        parts.addTo(place, request, isFresh());
        place.add(new H2(words.say("my-request.history")), TimeLine.forItsSubject(request.history(), words, moments));
        if (RequestWords.isUndecided(request.state())) {
            place.add(withdraw(request));
        }
        if (!isFresh()) {
            user.comesBackTo("requests/" + request.id());
        }
        pace();
    }

    /** The same form all the while: what was typed in it stays, and so does the link, which is shown only once. */
    private CopyLinkForm link(UUID request) {
        if (link == null) {
            link = new CopyLinkForm(request, services.copies(), pages, words, moments);
        }
        return link;
    }

    private boolean isFresh() {
        return user.signedInWithin(DownloadCard.FRESH);
    }

    /** How often to look again by itself: where nothing moves, only when somebody did something. */
    private void pace() {
        boolean moving = shown != null && RequestWords.isMoving(shown.state()) || parts.isTransferring();
        if (moving) {
            following.every(POLL_MILLIS);
        } else {
            following.onlyWhenTold();
        }
    }

    private void corrected(Runnable command) {
        act(told, () -> {
            command.run();
            return services.requests().get(id);
        }, this::replied, this::reload);
    }

    /** What is suggested before anybody proposed something is nobody's word yet. */
    private UnorderedList found(RequestView request) {
        var list = new UnorderedList();
        list.addClassName("happens");
        request.items().stream().map(item -> new ListItem(words.say("my-request.found.item", requestWords.item(item), item.found()))).forEach(list::add);
        return list;
    }

    private void replied(RequestView request) {
        drafted.clear();
        show(request);
    }

    private Div title(RequestView request) {
        var reference = new Span(request.reference());
        reference.addClassName("reference");
        var line = new Div(new StateBadge(request.state(), requestWords), reference);
        line.addClassName("subtitle");
        var title = new Div(new H1(requestWords.right(request.right())), line);
        title.addClassName("request-title");
        return title;
    }

    private Button withdraw(RequestView request) {
        var withdraw = new Button(words.say("my-request.withdraw"), click -> {
            var dialog = new ConfirmDialog(words.say("my-request.withdraw"), words.say("my-request.withdraw.text"),
                    words.say("my-request.withdraw.yes"),
                    yes -> act(told, () -> services.requests().withdraw(request.id(), new Move(request.version())), this::show, this::reload));
            dialog.setCancelable(true);
            dialog.setCancelText(words.say("my-request.withdraw.no"));
            dialog.open();
        });
        withdraw.addClassName("withdraw");
        return withdraw;
    }
}
