package org.innsyn.ui.report;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.schemas.report.ReportState;
import org.innsyn.schemas.report.ReportView;
import org.innsyn.ui.services.PackageDownload;
import org.innsyn.ui.services.ReportDownloads;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** One report: what it lists, how far it is, and the bundle once it is there. */
final class ReportCard extends Div {

    private static final long KIB = 1024;

    private final Words words;
    private final Moments moments;

    ReportCard(ReportView report, ReportDownloads downloads, Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
        addClassName("card");
        var state = new Span(words.say("reports.state." + Words.name(report.state())));
        state.addClassNames("badge", switch (report.state()) {
            case WAITING, MAKING -> "badge-moving";
            case READY -> "badge-done";
            case FAILED -> "badge-broken";
            case EXPIRED -> "badge-quiet";
        });
        var top = new Div(new H3(words.say("reports.period", moments.brief(report.from()), moments.brief(report.to()))), state);
        top.addClassName("card-top");
        add(top, new Paragraph(scope(report)), new Paragraph(words.say("reports.asked", moments.timeAndDay(report.askedAt()), words.say("role." + report.askedBy()))));
        switch (report.state()) {
            case WAITING -> add(new Paragraph(words.say("reports.waiting")));
            case MAKING -> making(report);
            case READY -> ready(report, downloads);
            case FAILED -> add(new Paragraph(words.say("reports.failed", String.valueOf(report.problem()))));
            case EXPIRED -> add(new Paragraph(words.say("reports.expired")));
        }
    }

    static boolean isMoving(ReportView report) {
        return report.state() == ReportState.WAITING || report.state() == ReportState.MAKING;
    }

    private void making(ReportView report) {
        var bar = new ProgressBar(0, Math.max(1, report.total()), Math.min(report.done(), Math.max(1, report.total())));
        bar.getElement().setAttribute("aria-label", words.say("reports.progress"));
        add(bar, new Paragraph(words.say("reports.making", report.done(), report.total())));
    }

    private void ready(ReportView report, ReportDownloads downloads) {
        var link = new Anchor(new PackageDownload(target -> downloads.fetch(report.id(), target), "report-" + report.id() + ".zip"), words.say("reports.download"));
        link.addClassName("button-link");
        link.setRouterIgnore(true);
        var sum = new Paragraph(words.say("my-request.sum", String.valueOf(report.sha256())));
        sum.addClassName("sum");
        add(new Paragraph(words.say("reports.ready", report.entries(), Math.ceilDiv(report.sizeBytes(), KIB), moments.timeAndDay(report.expiresAt()))), link, sum);
    }

    private String scope(ReportView report) {
        var scope = report.scope();
        List<String> parts = Stream.of(scope.units(), scope.purposes(), scope.sources(), scope.categories()).filter(values -> !values.isEmpty()).map(values -> String.join(", ", values)).toList();
        return parts.isEmpty() ? words.say("reports.everything") : words.say("reports.only", String.join("; ", parts));
    }
}
