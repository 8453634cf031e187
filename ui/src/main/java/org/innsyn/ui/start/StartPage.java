package org.innsyn.ui.start;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.schemas.accesslog.AccessFigures;
import org.innsyn.schemas.accesslog.AccessFiguresApi;
import org.innsyn.schemas.accesslog.AccessLogApi;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.accesslog.FiguresQuery.By;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.entry.Completeness;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.figure.DayFigure;
import org.innsyn.ui.figure.Strip;
import org.innsyn.ui.request.RequestCard;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;

/** The customer's first page: one sentence that answers, a drawing of it by day, what is under way, and three doors. */
@Route("start")
@Menu(title = "nav.start", order = 1)
@RolesAllowed(Roles.SUBJECT)
public class StartPage extends Page {

    private final AccessLogApi log;
    private final AccessFiguresApi figures;
    private final RequestsApi requests;
    private final Div answer = new Div();
    private final Div days = new Div();
    private final Div running = new Div();

    StartPage(AccessLogApi log, AccessFiguresApi figures, RequestsApi requests) {
        super("start");
        this.log = log;
        this.figures = figures;
        this.requests = requests;
        answer.addClassName("answer");
        running.addClassName("running");
        add(heading(), answer, days, running, doors());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            load(answer, this::lastMonth, this::answer);
            load(days, this::byDay, this::days);
            load(running, requests::mine, this::running);
        }
    }

    private AccessLogPage lastMonth() {
        var from = Period.MONTH.from(moments.today(), moments.zone());
        return log.mine(AccessLogQuery.all().withPeriod(from, null).withPage(null, 1));
    }

    private void answer(AccessLogPage month) {
        var state = new Paragraph(Completeness.mine(month.state(), words, moments));
        state.addClassName("completeness");
        answer.add(lead(Answer.to(month, words)), state);
    }

    private AccessFigures byDay() {
        return figures.mine(Period.MONTH.figures(moments.today(), moments.zone(), By.ACTOR_KIND));
    }

    /** People and machines apart, always both: "none" is an answer. When there is neither, the sentence has said so. */
    private void days(AccessFigures month) {
        var people = words.say("start.people");
        var systems = words.say("start.systems");
        var counted = Strip.of(month, kind -> Who.name(kind, people, systems), systems);
        if (counted.stream().allMatch(strip -> strip.total() == 0)) {
            return;
        }
        var strips = Stream.of(people, systems)
                .map(name -> counted.stream().filter(strip -> strip.name().equals(name)).findFirst().orElseGet(() -> Strip.none(name, month.days().size())))
                .toList();
        days.add(new DayFigure(words.say("start.days"), month.days(), strips, words, moments));
    }

    private void running(List<RequestView> mine) {
        var open = mine.stream().filter(request -> !request.state().isClosed()).toList();
        if (!open.isEmpty()) {
            running.add(new H2(words.say("start.running")));
            open.stream().map(request -> new RequestCard(request, words, moments)).forEach(running::add);
        }
    }

    private Section doors() {
        var doors = new Section(
                door("who-looked", "who-looked"), door("requests/new/copy", "copy"), door("requests/new/erasure", "erasure"));
        doors.addClassName("doors");
        return doors;
    }

    private Anchor door(String address, String name) {
        var door = new Anchor(address,
                new H2(words.say("start.door." + name)), new Paragraph(words.say("start.door." + name + ".text")));
        door.addClassNames("card", "door");
        return door;
    }
}
