package org.innsyn.ui.copylink;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.innsyn.ui.copylink.Redemption.Outcome;
import org.innsyn.ui.services.LinkedCopies;
import org.innsyn.ui.shell.Following;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where a link to a copy leads. What the link carries stands behind the {@code #} of the address, which no server and no log sees until somebody presses the
 * button: what only follows links spends nothing.
 */
@Route(RedeemPage.ROUTE)
@AnonymousAllowed
public class RedeemPage extends Page {

    /** Part of every link that was given away. */
    public static final String ROUTE = "copy";

    private static final String TOKEN = "[A-Za-z0-9_-]{43}";
    private static final int POLL_MILLIS = 700;

    private final LinkedCopies copies;
    private final Div place = new Div();
    private @Nullable Redemption redemption;
    private final Following following = Following.of(this, this::follow);

    RedeemPage(LinkedCopies copies) {
        super("redeem");
        this.copies = copies;
        place.addClassName("redeem");
        add(heading(), lead(words.say("redeem.lead")), place);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // Another link pasted into the same window changes nothing but what stands behind the #.
        getElement().executeJs("window.addEventListener('hashchange', () => location.reload()); return location.hash.substring(1)").then(String.class, this::offer);
    }

    void offer(String token) {
        place.removeAll();
        if (!token.matches(TOKEN)) {
            place.add(new Notice(Notice.Tone.NEEDS_YOU, words.say("redeem.no-link"), words.say("redeem.no-link.text"), toRequests()));
            return;
        }
        redemption = new Redemption(copies, token);
        var fetch = new Anchor(redemption, words.say("redeem.fetch"));
        fetch.addClassName("button-link");
        fetch.setRouterIgnore(true);
        fetch.getElement().addEventListener("click", click -> following.every(POLL_MILLIS));
        place.add(fetch, new Paragraph(words.say("redeem.password")));
    }

    private void follow() {
        if (redemption == null || !redemption.outcome().isOver()) {
            return;
        }
        following.onlyWhenTold();
        tell(redemption.outcome(), redemption);
    }

    private void tell(Outcome outcome, Redemption spent) {
        var key = "redeem." + Words.name(outcome);
        var tone = outcome == Outcome.FETCHED ? Notice.Tone.PLAIN : Notice.Tone.NEEDS_YOU;
        if (outcome == Outcome.AWAY) {
            offer(spent.token());
            place.addComponentAsFirst(new Notice(tone, words.say("problem.away"), words.say(key + ".text")));
        } else {
            place.removeAll();
            place.add(new Notice(tone, words.say(key), words.say(key + ".text"), toRequests()));
        }
    }

    private Anchor toRequests() {
        return new Anchor("requests", words.say("redeem.to-requests"));
    }
}
