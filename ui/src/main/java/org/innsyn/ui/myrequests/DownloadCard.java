package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.services.Downloads;
import org.innsyn.ui.services.PackageDownload;
import org.innsyn.ui.shell.Links;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** The copy that lies ready: how large, until when, and the sum to check it by. Whoever signed in long ago is asked to do so again first. */
final class DownloadCard extends Div {

    /** A little less than the service takes for a fresh sign-in: nobody is shown a download that is then refused. */
    static final Duration FRESH = Duration.ofMinutes(25);

    private static final long KIB = 1024;

    /** @param link makes a link to it; null where they signed in too long ago for that */
    DownloadCard(RequestView request, RequestView.Download download, Downloads downloads, @Nullable CopyLinkForm link, Words words, Moments moments) {
        addClassName("card");
        var file = words.say("my-request.file", request.reference());
        var fetch = new Anchor(new PackageDownload(target -> downloads.fetch(request.id(), target), file), words.say("my-request.download"));
        fetch.addClassName("button-link");
        fetch.setRouterIgnore(true);
        var again = new Notice(Notice.Tone.PLAIN, words.say("problem.sign-in-again"), words.say("problem.sign-in-again.text"), Links.signInAgain(words.say("shell.sign-in")));
        var sum = new Paragraph(words.say("my-request.sum", download.sha256()));
        sum.addClassName("sum");
        var size = Math.ceilDiv(download.sizeBytes(), KIB);
        add(new Paragraph(words.say("my-request.ready", size, moments.timeAndDay(download.expiresAt()))), link == null ? again : fetch, sum);
        if (link != null) {
            add(link);
        }
    }
}
