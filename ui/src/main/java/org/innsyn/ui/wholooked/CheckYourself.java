package org.innsyn.ui.wholooked;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogApi;
import org.innsyn.ui.words.Words;

/** What the person needs to check an entry without us: its proof, and a page that checks it without a connection. */
final class CheckYourself extends Div {

    CheckYourself(AccessEntry entry, AccessLogApi log, Words words) {
        addClassName("check-yourself");
        add(new H3(words.say("check.title")),
                new Paragraph(words.say("check.text")),
                link(words.say("check.proof"), new ProofDownload(log, entry)),
                link(words.say("check.page"), new CheckerDownload()));
    }

    private static Anchor link(String text, DownloadHandler download) {
        return new Anchor(download, AttachmentType.DOWNLOAD, text);
    }
}
