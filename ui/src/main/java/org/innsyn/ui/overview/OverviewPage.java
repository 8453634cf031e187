package org.innsyn.ui.overview;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.innsyn.schemas.accesslog.AccessFigures;
import org.innsyn.schemas.accesslog.AccessFiguresApi;
import org.innsyn.schemas.accesslog.FiguresQuery.By;
import org.innsyn.schemas.accesslog.FiguresQuery;
import org.innsyn.schemas.accesslog.Reader;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingQuery;
import org.innsyn.schemas.oversight.FindingsApi;
import org.innsyn.schemas.request.RequestPage;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.accesslog.LogSearchPage;
import org.innsyn.ui.accesslog.SavedSearches;
import org.innsyn.ui.desk.DeskPage;
import org.innsyn.ui.entry.Completeness;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.entry.Vocabulary;
import org.innsyn.ui.figure.DayFigure;
import org.innsyn.ui.figure.Strip;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Words;

/** What the data protection officer sees first. Shows nobody's rows. */
@Route("overview")
@Menu(title = "nav.overview", order = 3.5)
@RolesAllowed(Roles.DPO)
public class OverviewPage extends Page {

    private static final int URGENT = 200;

    private final AccessFiguresApi figures;
    private final RequestsApi requests;
    private final FindingsApi findings;
    private final BreachesApi breaches;
    private final ManualTasksApi tasks;
    private final HoldsApi holds;
    private final SavedSearches searches;
    private final Vocabulary vocabulary = new Vocabulary(words);
    private final Div attention = new Div();
    private final Div openBreaches = new Div();
    private final Div openTasks = new Div();
    private final Div dueHolds = new Div();
    private final Div found = new Div();
    private final Div sources = new Div();
    private final Div purposes = new Div();
    private final Div units = new Div();
    private final Div verdicts = new Div();
    private final Div readers = new Div();

    OverviewPage(AccessFiguresApi figures, RequestsApi requests, FindingsApi findings, BreachesApi breaches, ManualTasksApi tasks, HoldsApi holds, SavedSearches searches) {
        super("overview");
        this.figures = figures;
        this.requests = requests;
        this.findings = findings;
        this.breaches = breaches;
        this.tasks = tasks;
        this.holds = holds;
        this.searches = searches;
        attention.addClassName("attention");
        var drawings = new Div(verdicts, purposes, units, readers);
        drawings.addClassName("figures");
        var state = new Div(found, sources);
        state.addClassName("figures");
        var waits = new Div(openBreaches, openTasks, dueHolds);
        waits.addClassName("waits");
        add(heading(), attention, waits, state, new H2(words.say("overview.month")), drawings);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            load(attention, () -> requests.list(null, 0, URGENT), this::attention);
            load(openBreaches, breaches::all, all -> openBreaches.add(new OpenBreaches(all, Instant.now(), words, moments)));
            load(openTasks, () -> tasks.manualTasks(false), open -> openTasks.add(Waits.tasks(open, words, moments)));
            load(dueHolds, () -> holds.holds(true, false), due -> dueHolds.add(Waits.holds(due, words, moments)));
            load(found, this::open, page -> found.add(new OpenFindings(page, words, moments)));
            load(sources, this::health, health -> sources.add(new SourceTable(health, words, moments)));
            load(verdicts, () -> month(By.VERDICT), counted -> draw(verdicts, By.VERDICT, counted, verdict -> words.sayOr("overview.verdict." + verdict, "kind-unknown", verdict)));
            load(purposes, () -> month(By.PURPOSE), counted -> draw(purposes, By.PURPOSE, counted, purpose -> purpose));
            load(units, () -> month(By.UNIT), counted -> draw(units, By.UNIT, counted, this::unit));
            load(readers, this::most, most -> readers.add(new ReaderList(most, words)));
        }
    }

    private AccessFigures month(By by) {
        return figures.all(Period.MONTH.figures(moments.today(), moments.zone(), by));
    }

    private FindingPage open() {
        return findings.search(FindingQuery.open().withPage(null, FindingQuery.MAX_SIZE));
    }

    private List<Sources.Health> health() {
        return Sources.of(month(By.SOURCE), findings.search(FindingQuery.open().withKinds(Sources.GAPS).withPage(null, FindingQuery.MAX_SIZE)).findings(), moments.today());
    }

    private List<Reader> most() {
        return figures.readers(Period.MONTH.figures(moments.today(), moments.zone(), By.UNIT));
    }

    private String unit(String unit) {
        return unit.equals(FiguresQuery.NONE) ? words.say("overview.no-unit") : vocabulary.unit(unit);
    }

    private void attention(RequestPage page) {
        var cannotWait = Attention.to(page.requests());
        var sentence = lead(cannotWait.none()
                ? words.say("overview.calm", cannotWait.running())
                : words.say("overview.attention", cannotWait.overdue(), cannotWait.soon(), cannotWait.running()));
        if (cannotWait.overdue() > 0) {
            sentence.addClassName("due-overdue");
        }
        attention.add(sentence, new Div(
                new RouterLink(words.say("overview.to-requests"), DeskPage.class), new RouterLink(words.say("overview.to-log"), LogSearchPage.class)));
    }

    /** The day's rows behind each number are one click away. */
    private void draw(Div place, By by, AccessFigures counted, Function<String, String> name) {
        var strips = Strip.of(counted, value -> Optional.of(name.apply(value)), words.say("figure.others"));
        if (strips.isEmpty()) {
            strips = List.of(Strip.none(words.say("overview.nothing"), counted.days().size()));
        }
        var state = new Paragraph(Completeness.all(counted.state(), words, moments));
        state.addClassName("completeness");
        var figure = new DayFigure(words.say("overview." + Words.name(by) + "s"), counted.days(), strips, words, moments,
                (value, day) -> getUI().ifPresent(ui -> searches.openRows(ui, by, value, day)));
        figure.add(state);
        place.add(figure);
    }
}
