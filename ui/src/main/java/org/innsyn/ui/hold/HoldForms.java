package org.innsyn.ui.hold;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.Set;
import java.util.function.Supplier;
import org.innsyn.schemas.hold.HoldCommands.Release;
import org.innsyn.schemas.hold.HoldCommands.Review;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What can be done with a hold that stands: say that it is still needed, or release it. What a release sets going is said before. */
final class HoldForms extends Div {

    private static final int REVIEW_WITHIN_MONTHS = 12;

    private final HoldView hold;
    private final HoldsApi holds;
    private final Sending sending;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;

    /** Has a command sent; what was typed for it is forgotten once it is carried out. */
    interface Sending {
        void send(String deed, String said, Supplier<HoldView> command);
    }

    HoldForms(HoldView hold, HoldsApi holds, Set<String> roles, Sending sending, Drafts drafts, Words words, Moments moments) {
        this.hold = hold;
        this.holds = holds;
        this.sending = sending;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
        addClassName("deeds");
        boolean controller = roles.contains(Roles.CONTROLLER);
        if (!controller && !roles.contains(Roles.CASE_HANDLER)) {
            return;
        }
        add(new H2(words.say("hold.forms")), review());
        if (controller) {
            add(release());
        }
    }

    private DeedForm review() {
        var form = new DeedForm("hold-review", drafts, words, moments);
        var reviewOn = form.day("review", moments.today().plusDays(1), moments.today().plusMonths(REVIEW_WITHIN_MONTHS));
        var reason = form.text("reason", DeedForm.SHORTEST_TEXT);
        return form.does(() -> sending.send("hold-review", reason.getValue().strip(),
                () -> holds.review(hold.id(), new Review(hold.version(), reviewOn.getValue(), reason.getValue().strip()))));
    }

    private DeedForm release() {
        var form = new DeedForm("hold-release", drafts, words, moments);
        int waiting = hold.onHold().size();
        form.says(waiting == 0 ? words.say("hold.release.nothing") : words.say("hold.release.erases", waiting, String.join(", ", hold.onHold())));
        var reason = form.text("reason", DeedForm.SHORTEST_TEXT);
        form.does(waiting == 0 ? words.say("deed.hold-release.do") : words.say("hold.release.do-erases", waiting), () -> sending.send("hold-release", reason.getValue().strip(),
                () -> holds.release(hold.id(), new Release(hold.version(), reason.getValue().strip()))));
        return waiting == 0 ? form : form.asDangerous();
    }
}
