package org.innsyn.ui.hold;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.PageOfOne;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** One hold with its reason: what it keeps, what waits for it, and what can be done. What was typed stays when somebody else was faster. */
@Route("holds/:" + HoldPage.ID)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO})
public class HoldPage extends PageOfOne<HoldView> {

    static final String ID = "hold";

    /** As many requests as can be asked for at once; what waits for a hold is open. */
    private static final int MOST = 200;
    private static final List<RequestState> OPEN = List.of(RequestState.IN_PROGRESS, RequestState.PARTLY_DONE);

    private final HoldsApi holds;
    private final RequestsApi requests;
    private final CurrentUser user;
    private @Nullable String reason;

    HoldPage(HoldsApi holds, RequestsApi requests, CurrentUser user) {
        super("hold", ID, "holds");
        this.holds = holds;
        this.requests = requests;
        this.user = user;
        place.addClassName("request");
    }

    /** Where a hold is read. */
    static String address(UUID hold) {
        return "holds/" + hold;
    }

    @Override
    protected HoldView read(UUID id) {
        return holds.hold(id);
    }

    @Override
    protected void opened(HoldView hold) {
        reason = hold.reason();
        show(hold);
    }

    @Override
    protected void show(HoldView hold) {
        place.removeAll();
        var said = new HoldWords(words, moments);
        var title = new Div(new H1(said.what(hold)), said.state(hold));
        title.addClassName("case-title");
        place.add(title, new Section(new HoldFacts(hold, reason, links(hold), words, moments)));
        if (hold.releasedAt() == null) {
            place.add(new HoldForms(hold, holds, Set.copyOf(user.roles()), this::send, drafts, words, moments));
        }
    }

    /** Which request a reference is of; a service that is away for a moment leaves references without links. */
    private Map<String, UUID> links(HoldView hold) {
        if (hold.onHold().isEmpty() && hold.begun().isEmpty()) {
            return Map.of();
        }
        try {
            return requests.list(OPEN, 0, MOST).requests().stream().collect(Collectors.toMap(Summary::reference, Summary::id, (first, second) -> first));
        } catch (ServiceProblem e) {
            return Map.of();
        }
    }

    /** What a command answers says no reason: what was said with it is the newest. */
    private void send(String draft, String said, Supplier<HoldView> command) {
        send(draft, () -> {
            var now = command.get();
            reason = said;
            return now;
        });
    }
}
