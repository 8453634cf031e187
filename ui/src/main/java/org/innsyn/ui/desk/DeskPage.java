package org.innsyn.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.schemas.request.RequestPage;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.request.RequestChanges;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.request.StateBadge;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Following;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.shell.RowKeys;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** All requests, the most urgent first. */
@Route("desk")
@Menu(title = "nav.desk", order = 5)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO})
public class DeskPage extends Page {

    /** How the requests stand before the reader. */
    private enum View { LIST, BOARD }

    /** How often to look for what other processes and the house itself did. */
    private static final int LOOK_MILLIS = 15_000;
    private static final int PAGE_SIZE = 50;
    /** From here on a request is marked as needing somebody. */
    private static final int SOON_DAYS = 7;

    private final RequestsApi requests;
    private final RequestWords requestWords = new RequestWords(words, moments);
    private final Select<RequestState> states = new Select<>();
    private final Select<View> view = new Select<>();
    private final Div place = new Div();
    private final Grid<Summary> grid = new Grid<>();
    private final Button more = new Button(words.say("more"), click -> next());

    private final List<Summary> shown = new ArrayList<>();
    private Map<RequestState, Long> byState = Map.of();
    private final Following following = Following.of(this, this::follow);

    DeskPage(RequestsApi requests, RequestChanges changes, CurrentUser user) {
        super("desk");
        this.requests = requests;
        following.toldBy(news -> changes.listen(request -> news.run()));
        filter();
        columns();
        more.addClassName("more");
        var filters = new Div(states, view);
        filters.addClassName("filters");
        add(heading(), lead(words.say("desk.lead")));
        if (user.has(Roles.CASE_HANDLER)) {
            var enter = new Anchor("desk/new", words.say("desk.enter"));
            enter.addClassName("button-link");
            add(enter);
        }
        add(filters, place);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        following.every(LOOK_MILLIS);
        if (event.isInitialAttach()) {
            first();
        }
    }

    /** Looks again at what is shown, which names nobody; a service that is away for a moment is no news. */
    private void follow() {
        if (shown.size() > PAGE_SIZE) {
            return;
        }
        try {
            var now = read(0);
            following.every(LOOK_MILLIS);
            if (!now.requests().equals(shown)) {
                shown.clear();
                byState = now.byState();
                show(now);
            }
        } catch (ServiceProblem e) {
            if (e.kind() != ServiceProblem.Kind.AWAY) {
                following.onlyWhenTold();
            }
        }
    }

    private void filter() {
        view.setLabel(words.say("desk.view"));
        view.setItems(View.values());
        view.setValue(View.LIST);
        view.setItemLabelGenerator(each -> words.say("desk.view." + Words.name(each)));
        view.addValueChangeListener(change -> first());
        states.setLabel(words.say("desk.state"));
        states.setEmptySelectionAllowed(true);
        states.setEmptySelectionCaption(words.say("desk.any-state"));
        states.setItemLabelGenerator(this::counted);
        states.setItems(RequestState.values());
        states.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                first();
            }
        });
    }

    private String counted(@Nullable RequestState state) {
        return state == null
                ? words.say("desk.any-state")
                : words.say("filter.counted", requestWords.state(state), byState.getOrDefault(state, 0L));
    }

    private void columns() {
        grid.addClassName("requests");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addColumn(new ComponentRenderer<>(this::clock)).setHeader(words.say("desk.days")).setAutoWidth(true);
        grid.addColumn(summary -> requestWords.rightOfSomebody(summary.right())).setHeader(words.say("desk.right")).setAutoWidth(true);
        grid.addColumn(new ComponentRenderer<>(summary -> new StateBadge(summary.state(), requestWords)))
                .setHeader(words.say("desk.state")).setAutoWidth(true);
        grid.addColumn(summary -> moments.date(summary.limit())).setHeader(words.say("desk.limit")).setAutoWidth(true);
        grid.addColumn(summary -> moments.brief(summary.receivedAt())).setHeader(words.say("desk.received")).setAutoWidth(true);
        grid.addColumn(new ComponentRenderer<>(DeskPage::link)).setHeader(words.say("desk.reference")).setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        RowKeys.open(grid);
        grid.addItemClickListener(click -> getUI().ifPresent(ui -> ui.navigate(
                CasePage.class, new RouteParam(CasePage.ID, click.getItem().id().toString()))));
    }

    /** A row opens as a whole; this says which one, and can be opened beside the list. */
    private static Anchor link(Summary summary) {
        return new Anchor("desk/" + summary.id(), summary.reference());
    }

    private Span clock(Summary summary) {
        if (summary.state().isClosed()) {
            return new Span(words.say("desk.closed"));
        }
        var clock = new Span(moments.daysLeft(summary.daysLeft()));
        clock.addClassNames("badge", summary.daysLeft() < 0 ? "badge-broken"
                : summary.daysLeft() <= SOON_DAYS ? "badge-needs-you" : "badge-quiet");
        return clock;
    }

    private void first() {
        load(place, () -> read(0), page -> {
            shown.clear();
            byState = page.byState();
            states.getDataProvider().refreshAll();
            show(page);
        });
    }

    private void next() {
        var told = new Div();
        place.add(told);
        act(told, () -> read(shown.size() / PAGE_SIZE), this::show, this::first);
    }

    private RequestPage read(int page) {
        return requests.list(states.getValue() == null ? null : List.of(states.getValue()), page, PAGE_SIZE);
    }

    private void show(RequestPage page) {
        shown.addAll(page.requests());
        more.setVisible(shown.size() < page.total());
        grid.setItems(shown);
        if (view.getValue() == View.LIST && !shown.isEmpty() && grid.isAttached()) {
            // Whoever is within the list by keyboard stays there.
            return;
        }
        place.removeAll();
        if (shown.isEmpty()) {
            place.add(new Notice(Notice.Tone.PLAIN, words.say("desk.none"), words.say("desk.none.text")));
            return;
        }
        place.add(view.getValue() == View.BOARD ? new Board(shown, this::clock, words, moments) : grid, more);
    }
}
