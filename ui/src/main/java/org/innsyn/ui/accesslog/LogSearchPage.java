package org.innsyn.ui.accesslog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogApi;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.ui.entry.Completeness;
import org.innsyn.ui.entry.EntryDetail;
import org.innsyn.ui.entry.Facets;
import org.innsyn.ui.entry.LogExport;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Beside;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** Everybody's access log. Nothing is read before the officer asks, because reading it is itself recorded. */
@Route("access-log/:" + LogSearchPage.SEARCH + "?")
@Menu(title = "nav.access-log", order = 4)
@RolesAllowed(Roles.DPO)
public class LogSearchPage extends Page implements BeforeEnterObserver, AfterNavigationObserver {

    /** In the address: the id of a kept search. */
    static final String SEARCH = "search";

    private static final int PAGE_SIZE = 50;

    private final AccessLogApi log;
    private final SavedSearches saved;
    private final Anchor export;
    private final SearchBar bar = new SearchBar(words, moments, this::first);
    private final Div place = new Div();
    private final Paragraph matches = new Paragraph();
    private final Paragraph state = new Paragraph();
    private final Beside beside = new Beside(place);
    private final EntryGrid grid = new EntryGrid(words, moments);
    private final Button more = new Button(words.say("more"), click -> next());

    private final List<AccessEntry> entries = new ArrayList<>();
    private @Nullable String cursor;
    private @Nullable Search opened;

    LogSearchPage(AccessLogApi log, SavedSearches saved) {
        super("access-log");
        this.log = log;
        this.saved = saved;
        export = new Anchor(new LogExport(after -> log.search(query().withPage(after, AccessLogQuery.MAX_SIZE)), true, words.say("access-log.export.file"), words, moments.zone()),
                AttachmentType.DOWNLOAD, words.say("access-log.export"));
        export.addClassName("plain-link");
        place.addClassName("beside-list");
        matches.addClassName("matches");
        state.addClassName("completeness");
        more.addClassName("more");
        beside.opens(grid, this::open);
        add(heading(), lead(words.say("access-log.recorded")), bar, new SavedList(saved, bar::search, words), beside);
    }

    /** Whoever opens a kept search asks for its rows. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            event.getRouteParameters().get(SEARCH).ifPresent(id -> opened = find(id).orElseThrow(NotFoundException::new));
        } catch (ServiceProblem e) {
            place.removeAll();
            place.add(Notice.of(e, words, () -> getUI().ifPresent(ui -> ui.getPage().reload())));
        }
    }

    private Optional<Search> find(String id) {
        try {
            return saved.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The page stays when a link on it leads to another kept search. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (opened != null) {
            bar.set(opened);
            opened = null;
            first();
        } else if (place.getElement().getChildCount() == 0) {
            place.add(new Notice(Notice.Tone.PLAIN, words.say("access-log.ask"), words.say("access-log.ask.text")));
        }
    }

    private void first() {
        beside.close();
        load(place, () -> read(null), page -> {
            entries.clear();
            bar.offer(new Facets(page.facets()));
            show(page);
        });
    }

    private void next() {
        var told = new Div();
        place.add(told);
        act(told, () -> read(cursor), this::show, this::first);
    }

    private AccessLogPage read(@Nullable String after) {
        return log.search(query().withPage(after, PAGE_SIZE));
    }

    private AccessLogQuery query() {
        return bar.search().toQuery(moments.today(), moments.zone());
    }

    private void show(AccessLogPage page) {
        entries.addAll(page.entries());
        cursor = page.next();
        state.setText(Completeness.all(page.state(), words, moments));
        matches.setText(words.say("showing", entries.size(), page.total()));
        if (entries.isEmpty()) {
            place.add(new Notice(Notice.Tone.PLAIN, words.say("access-log.none"), words.say("access-log.none.text")), state);
            return;
        }
        grid.setItems(entries);
        more.setVisible(cursor != null);
        place.add(matches, grid, more, export, state);
    }

    private void open(AccessEntry entry) {
        beside.open(EntryDetail.forStaff(
                entry, words.say("access-log.entry", entry.number()), words, moments, beside::close));
    }
}
