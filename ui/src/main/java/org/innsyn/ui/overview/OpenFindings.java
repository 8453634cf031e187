package org.innsyn.ui.overview;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.ui.findings.FindingsPage;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What nobody has concluded yet: how many of each kind, how many nobody has taken, and since when the oldest waits. */
final class OpenFindings extends Section {

    OpenFindings(FindingPage page, Words words, Moments moments) {
        addClassName("figure");
        add(new H2(words.say("overview.findings")));
        long open = page.open().values().stream().mapToLong(Long::longValue).sum();
        if (open == 0) {
            add(new Paragraph(words.say("overview.findings.none")));
            return;
        }
        long untaken = page.findings().stream().filter(finding -> finding.assignee() == null).count();
        var oldest = page.findings().stream().map(FindingView::raisedAt).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        // As many were asked for as can be; beyond that only their number is known.
        add(new Paragraph(page.next() == null ? words.say("overview.findings.open", open, untaken, moments.timeAndDay(oldest)) : words.say("overview.findings.many", open)));
        var kinds = new UnorderedList();
        kinds.addClassName("kinds");
        page.open().entrySet().stream().sorted(Map.Entry.<FindingKind, Long>comparingByValue().reversed()).forEach(kind -> {
            var link = new RouterLink(words.say("filter.counted", words.say("finding-kind." + Words.name(kind.getKey())), kind.getValue()),
                    FindingsPage.class, FindingsPage.of(kind.getKey()));
            kinds.add(new ListItem(link));
        });
        add(kinds);
    }
}
