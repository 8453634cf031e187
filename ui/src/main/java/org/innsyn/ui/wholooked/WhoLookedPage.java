package org.innsyn.ui.wholooked;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogApi;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.oversight.NamesApi;
import org.innsyn.ui.entry.Completeness;
import org.innsyn.ui.entry.EntryDetail;
import org.innsyn.ui.entry.Facets;
import org.innsyn.ui.entry.LogExport;
import org.innsyn.ui.shell.Beside;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** The customer's access log. */
@Route("who-looked")
@Menu(title = "nav.who-looked", order = 2)
@RolesAllowed(Roles.SUBJECT)
public class WhoLookedPage extends Page {

    private static final int PAGE_SIZE = 100;

    private final AccessLogApi log;
    private final NamesApi names;
    private final FilterBar filters = new FilterBar(words, moments, filter -> first());
    private final Paragraph state = new Paragraph();
    private final Paragraph matches = new Paragraph();
    private final Anchor export;
    private final Div place = new Div();
    private final Beside beside = new Beside(place);
    private final DayList days = new DayList(words, moments, this::open);
    private final Button more = new Button(words.say("more"), click -> next());

    private final List<AccessEntry> entries = new ArrayList<>();
    private @Nullable String cursor;

    WhoLookedPage(AccessLogApi log, NamesApi names) {
        super("who-looked");
        this.log = log;
        this.names = names;
        state.addClassName("completeness");
        matches.addClassName("matches");
        place.addClassName("beside-list");
        more.addClassName("more");
        export = new Anchor(new LogExport(after -> log.mine(query().withPage(after, AccessLogQuery.MAX_SIZE)), false, words.say("who-looked.export.file"), words, moments.zone()), AttachmentType.DOWNLOAD, words.say("who-looked.export"));
        export.addClassName("plain-link");
        add(heading(), lead(words.say("who-looked.lead")), state, filters, beside);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            first();
        }
    }

    private void first() {
        beside.close();
        load(place, () -> read(null), page -> {
            entries.clear();
            days.clear();
            filters.offer(new Facets(page.facets()));
            show(page);
        });
    }

    private void next() {
        var list = new Div();
        place.add(list);
        ask(list, () -> read(cursor), page -> {
            place.remove(list);
            show(page);
        });
    }

    private AccessLogPage read(@Nullable String after) {
        return log.mine(query().withPage(after, PAGE_SIZE));
    }

    private AccessLogQuery query() {
        return filters.filter().toQuery(moments.today(), moments.zone());
    }

    private void show(AccessLogPage page) {
        entries.addAll(page.entries());
        cursor = page.next();
        state.setText(Completeness.mine(page.state(), words, moments));
        if (entries.isEmpty()) {
            place.add(nobody(page));
            return;
        }
        days.more(page.entries());
        matches.setText(words.say(filters.filter().isNone() ? "showing" : "matches", entries.size(), page.total()));
        matches.setVisible(!filters.filter().isNone() || entries.size() < page.total());
        more.setVisible(cursor != null);
        place.add(matches, days, more, export);
    }

    private Notice nobody(AccessLogPage page) {
        var what = !page.state().complete() ? "who-looked.not-yet" : page.state().recorded() == 0 ? "who-looked.empty" : "who-looked.nobody";
        return new Notice(Notice.Tone.PLAIN, words.say(what),
                words.say(what + ".text", moments.timeAndDay(page.state().completeUpTo())));
    }

    private void open(AccessEntry entry) {
        var detail = EntryDetail.forTheirSubject(entry, words, moments, beside::close);
        if (entry.details() != null) {
            detail.add(new CheckYourself(entry, log, words));
        }
        if (entry.actor().kind() == ActorKind.STAFF) {
            detail.add(new WhoseName(entry, names, words, moments));
        }
        detail.add(new AskAbout(entry, words, moments));
        beside.open(detail);
    }
}
