package org.innsyn.ui.overview;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.schemas.oversight.NamesApi;
import org.innsyn.schemas.request.RequestPage;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.request.RequestChanges;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Following;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** The day's work of who prepares and of who decides: what waits for them, what waits for others, and what was finished lately. Shows nobody's rows. */
@Route("today")
@Menu(title = "nav.today", order = 3.4)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER})
public class TodayPage extends Page {

    private static final int URGENT = 200;
    /** How often to look for what other processes and the house itself did. */
    private static final int LOOK_MILLIS = 30_000;
    private static final int MOST_FINISHED = 10;
    private static final Duration LATELY = Duration.ofDays(7);
    private static final List<RequestState> CLOSED = Stream.of(RequestState.values()).filter(RequestState::isClosed).toList();

    private final RequestsApi requests;
    private final ManualTasksApi tasks;
    private final HoldsApi holds;
    private final BreachesApi breaches;
    private final NamesApi names;
    private final CurrentUser user;
    private final Div work = part("today-work");
    private final Div openTasks = new Div();
    private final Div dueHolds = new Div();
    private final Div openNames = new Div();
    private final Div openBreaches = new Div();
    private final Div others = part("today-work");
    private final Div finished = part("today-work");
    private final Following following = Following.of(this, this::follow);
    private @Nullable Open shown;

    TodayPage(RequestsApi requests, RequestChanges changes, ManualTasksApi tasks, HoldsApi holds, BreachesApi breaches, NamesApi names, CurrentUser user) {
        super("today");
        this.requests = requests;
        following.toldBy(news -> changes.listen(request -> news.run()));
        this.tasks = tasks;
        this.holds = holds;
        this.breaches = breaches;
        this.names = names;
        this.user = user;
        var waits = part("waits");
        waits.add(openTasks, dueHolds, openNames, openBreaches);
        add(heading(), work, waits, others, new H2(words.say("today.finished")), finished);
    }

    private static Div part(String name) {
        var part = new Div();
        part.addClassName(name);
        return part;
    }

    /** Each is asked for on its own, so that one service that is away takes nothing else with it. */
    @Override
    protected void onAttach(AttachEvent event) {
        following.every(LOOK_MILLIS);
        if (event.isInitialAttach()) {
            load(work, this::open, this::show);
            load(dueHolds, () -> holds.holds(true, false), due -> dueHolds.add(Waits.holds(due, words, moments)));
            load(finished, this::closed, this::finished);
            if (user.has(Roles.CONTROLLER)) {
                load(openNames, names::all, all -> openNames.add(Waits.names(all, words)));
                load(openBreaches, breaches::all, all -> openBreaches.add(new OpenBreaches(all, Instant.now(), words, moments)));
            }
        }
    }

    /** Looks again at the requests, whose list names nobody; a service that is away for a moment is no news. */
    private void follow() {
        try {
            var now = open();
            following.every(LOOK_MILLIS);
            if (shown != null && !now.equals(shown)) {
                work.removeAll();
                show(now);
                ask(finished, this::closed, this::finished);
            }
        } catch (ServiceProblem e) {
            if (e.kind() != ServiceProblem.Kind.AWAY) {
                following.onlyWhenTold();
            }
        }
    }

    /** The requests, and what people have to do by hand for them. */
    private record Open(RequestPage page, List<ManualTaskView> tasks) {}

    private Open open() {
        return new Open(requests.list(null, 0, URGENT), tasks.manualTasks(false));
    }

    private RequestPage closed() {
        return requests.list(CLOSED, 0, URGENT);
    }

    private void show(Open open) {
        shown = open;
        var day = DayWork.of(open.page().requests(), open.tasks(), user.roles());
        var sentence = lead(day.mine().isEmpty() ? words.say("today.calm", day.others().size()) : words.say("today.waits", day.mine().size(), day.overdue()));
        if (day.overdue() > 0) {
            sentence.addClassName("due-overdue");
        }
        work.add(sentence);
        long unseen = openInAll(open.page()) - day.mine().size() - day.others().size();
        if (unseen > 0) {
            work.add(new Paragraph(words.say("today.unseen", unseen)));
        }
        if (!day.mine().isEmpty()) {
            work.add(new H2(words.say("today.yours")), RequestLines.open(day.mine(), words, moments));
        }
        work.add(new Div(new Anchor("desk", words.say("overview.to-requests"))));
        openTasks.removeAll();
        openTasks.add(Waits.tasks(open.tasks(), words, moments));
        others.removeAll();
        others.add(new H2(words.say("today.others")), day.others().isEmpty()
                ? new Paragraph(words.say("today.others.none"))
                : RequestLines.open(day.others(), words, moments));
    }

    private static long openInAll(RequestPage page) {
        return page.byState().entrySet().stream().filter(state -> !state.getKey().isClosed()).mapToLong(Map.Entry::getValue).sum();
    }

    private void finished(RequestPage page) {
        var lately = DayWork.finished(page.requests(), Instant.now().minus(LATELY), MOST_FINISHED);
        finished.add(lately.isEmpty() ? new Paragraph(words.say("today.finished.none")) : RequestLines.finished(lately, words, moments));
    }
}
