package org.innsyn.ui.report;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.innsyn.schemas.report.ReportPreview;
import org.innsyn.schemas.report.ReportView;
import org.innsyn.schemas.report.ReportsApi;
import org.innsyn.ui.services.ReportDownloads;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Following;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;

/** Where a supervisory authority asks for a report, watches it being made, and fetches it. Shows nobody's rows. */
@Route("reports")
@Menu(title = "nav.reports", order = 6)
@RolesAllowed({Roles.REGULATOR, Roles.DPO, Roles.CONTROLLER})
public class ReportsPage extends Page {

    private static final int POLL_MILLIS = 2_000;

    private final ReportsApi reports;
    private final ReportDownloads downloads;
    private final ReportForm form = new ReportForm(words, moments, this::preview);
    private final Div contents = new Div();
    private final Div told = new Div();
    private final Div list = new Div();
    private final Button make = new Button(words.say("reports.make"), click -> make());
    private List<ReportView> shown = List.of();
    private final Following following = Following.of(this, this::follow);

    ReportsPage(ReportsApi reports, ReportDownloads downloads) {
        super("reports");
        this.reports = reports;
        this.downloads = downloads;
        make.addThemeVariants(ButtonVariant.PRIMARY);
        contents.addClassName("report-contents");
        contents.getElement().setAttribute("aria-live", "polite");
        list.addClassName("cards");
        add(heading(), lead(words.say("reports.lead")), new H2(words.say("reports.new")), form, contents, new Div(make), told,
                new H2(words.say("reports.yours")), list, new H2(words.say("reports.check")), check());
    }

    private OrderedList check() {
        var steps = new OrderedList();
        steps.addClassName("happens");
        for (int step = 1; step <= 4; step++) {
            steps.add(new ListItem(words.say("reports.check." + step)));
        }
        return steps;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        preview();
        reload();
    }

    private void preview() {
        var request = form.request();
        make.setEnabled(request.isPresent());
        if (request.isEmpty()) {
            contents.removeAll();
            contents.add(new Paragraph(words.say("reports.no-period")));
            return;
        }
        load(contents, () -> reports.preview(request.get()), this::contents);
    }

    private void contents(ReportPreview preview) {
        form.offer(preview.choices());
        contents.add(new Paragraph(words.say("reports.contents", preview.entries(), preview.findings())), new Paragraph(words.say("reports.names")));
    }

    private void make() {
        form.request().ifPresent(request -> act(told, () -> reports.ask(request), made -> reload(), this::reload));
    }

    private void reload() {
        load(list, reports::list, this::show);
    }

    /** Looks again; a service that is away for a moment is no news. */
    private void follow() {
        try {
            var now = reports.list();
            if (!now.equals(shown)) {
                list.removeAll();
                show(now);
            }
        } catch (ServiceProblem e) {
            following.onlyWhenTold();
            reload();
        }
    }

    private void show(List<ReportView> now) {
        shown = now;
        if (now.stream().anyMatch(ReportCard::isMoving)) {
            following.every(POLL_MILLIS);
        } else {
            following.onlyWhenTold();
        }
        if (now.isEmpty()) {
            list.add(new Paragraph(words.say("reports.none")));
        }
        now.forEach(report -> list.add(new ReportCard(report, downloads, words, moments)));
    }
}
