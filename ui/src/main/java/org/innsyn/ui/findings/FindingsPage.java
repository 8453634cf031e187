package org.innsyn.ui.findings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingQuery;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.schemas.oversight.FindingsApi.Conclude;
import org.innsyn.schemas.oversight.FindingsApi.Move;
import org.innsyn.schemas.oversight.FindingsApi;
import org.innsyn.ui.shell.Beside;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What the record shows that somebody should look at. The list names no customer; the accesses of a finding are read only when asked for. */
@Route("findings/:" + FindingsPage.KIND + "?")
@Menu(title = "nav.findings", order = 3.7)
@RolesAllowed(Roles.DPO)
public class FindingsPage extends Page implements FindingDetail.Actions, BeforeEnterObserver, AfterNavigationObserver {

    /** In the address: one kind only, as the wire names it. */
    static final String KIND = "kind";

    private static final int PAGE_SIZE = 50;

    private enum Shown { OPEN, MINE, CONCLUDED, ALL }

    private final FindingsApi findings;
    private final Select<Shown> shown = new Select<>();
    private final ComboBox<FindingKind> kind = new ComboBox<>();
    private final Div place = new Div();
    private final Paragraph matches = new Paragraph();
    private final Beside beside = new Beside(place);
    private final FindingGrid grid = new FindingGrid(words, moments);
    private final Button more = new Button(words.say("more"), click -> next());
    private final List<FindingView> list = new ArrayList<>();
    private @Nullable String cursor;

    FindingsPage(FindingsApi findings) {
        super("findings");
        this.findings = findings;
        place.addClassName("beside-list");
        matches.addClassName("matches");
        more.addClassName("more");
        beside.opens(grid, this::open);
        add(heading(), lead(words.say("findings.lead")), filters(), beside);
    }

    private Div filters() {
        shown.setLabel(words.say("findings.shown"));
        shown.setItems(Shown.values());
        shown.setValue(Shown.OPEN);
        shown.setItemLabelGenerator(each -> words.say("findings.shown." + Words.name(each)));
        shown.addValueChangeListener(change -> byPerson(change.isFromClient()));
        kind.setLabel(words.say("findings.kind"));
        kind.setItems(FindingKind.values());
        kind.setPlaceholder(words.say("search.any"));
        kind.setClearButtonVisible(true);
        kind.setItemLabelGenerator(each -> words.say("finding-kind." + Words.name(each)));
        kind.addValueChangeListener(change -> byPerson(change.isFromClient()));
        var filters = new Div(shown, kind);
        filters.addClassName("filters");
        return filters;
    }

    /** Where one kind's open findings are listed. */
    public static RouteParameters of(FindingKind kind) {
        return new RouteParameters(KIND, Words.name(kind));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        kind.setValue(event.getRouteParameters().get(KIND).map(wanted ->
                Stream.of(FindingKind.values()).filter(each -> Words.name(each).equals(wanted)).findFirst().orElseThrow(NotFoundException::new)).orElse(null));
    }

    /** The page stays when the menu leads from one kind to all of them. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        first();
    }

    private void byPerson(boolean byPerson) {
        if (byPerson) {
            first();
        }
    }

    private void first() {
        beside.close();
        load(place, () -> read(null), page -> {
            list.clear();
            show(page);
        });
    }

    private void next() {
        var told = new Div();
        place.add(told);
        act(told, () -> read(cursor), this::show, this::first);
    }

    private FindingPage read(@Nullable String after) {
        var states = switch (shown.getValue()) {
            case OPEN, MINE -> List.of(FindingState.OPEN);
            case CONCLUDED -> List.of(FindingState.CONCLUDED);
            case ALL -> List.<FindingState>of();
        };
        var kinds = kind.getValue() == null ? List.<FindingKind>of() : List.of(kind.getValue());
        return findings.search(new FindingQuery(states, kinds, shown.getValue() == Shown.MINE, after, PAGE_SIZE));
    }

    private void show(FindingPage page) {
        list.addAll(page.findings());
        cursor = page.next();
        matches.setText(words.say("findings.open", page.open().values().stream().mapToLong(Long::longValue).sum(), page.total()));
        if (list.isEmpty()) {
            place.add(new Notice(Notice.Tone.PLAIN, words.say("findings.none"), words.say("findings.none.text")));
            return;
        }
        grid.setItems(list);
        more.setVisible(cursor != null);
        place.add(matches, grid, more);
    }

    private void open(FindingView finding) {
        beside.open(new FindingDetail(finding, words, moments, this));
    }

    @Override
    public void close() {
        beside.close();
    }

    @Override
    public void entries(FindingView finding, Div place) {
        load(place, () -> findings.entries(finding.id()), entries -> {
            if (entries.isEmpty()) {
                place.add(new Paragraph(words.say("findings.entries.none")));
            }
            entries.forEach(entry -> place.add(new Paragraph(words.say("findings.entry", moments.exact(entry.occurredAt()),
                    words.say("operation." + Words.name(entry.operation())), entry.object(), Words.quoted(String.valueOf(entry.actor().id()))))));
        });
    }

    @Override
    public void assign(FindingView finding, Move move, Div told) {
        act(told, () -> findings.assign(finding.id(), move), this::changed, this::first);
    }

    @Override
    public void conclude(FindingView finding, Conclude conclude, Div told) {
        act(told, () -> findings.conclude(finding.id(), conclude), this::changed, this::first);
    }

    @Override
    public void reopen(FindingView finding, Move move, Div told) {
        act(told, () -> findings.reopen(finding.id(), move), this::changed, this::first);
    }

    /** The line shows its newest state, the detail what can be done with it now. */
    private void changed(FindingView now) {
        list.replaceAll(each -> each.id().equals(now.id()) ? now : each);
        grid.setItems(list);
        open(now);
    }
}
