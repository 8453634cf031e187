package org.innsyn.ui.withholding;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.WithholdingApi;
import org.innsyn.schemas.request.Withholdings.Contents;
import org.innsyn.schemas.request.Withholdings.Give;
import org.innsyn.schemas.request.Withholdings.Withhold;
import org.innsyn.schemas.request.Withholdings.Withholding;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/**
 * What a copy would hold, part by part and record by record, so that single records that are other people's, too, can be kept out of it. Nothing is read
 * before somebody chooses a part: looking is recorded as an access.
 */
@Route("desk/:" + WithholdingPage.ID + "/contents")
@RolesAllowed({Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO})
public class WithholdingPage extends Page implements BeforeEnterObserver {

    static final String ID = "request";

    private final RequestsApi requests;
    private final RequestDeskApi desk;
    private final WithholdingApi withholding;
    private final boolean mayLook;
    private final boolean mayWithhold;
    private final RequestWords requestWords = new RequestWords(words, moments);
    private final Div place = new Div();
    private final Div records = new Div();
    private final Div withheldPlace = new Div();
    private final Div told = new Div();
    private @Nullable UUID id;
    private @Nullable RecordList shown;
    private @Nullable RequestView request;

    WithholdingPage(RequestsApi requests, RequestDeskApi desk, WithholdingApi withholding, CurrentUser user) {
        super("withholding");
        this.requests = requests;
        this.desk = desk;
        this.withholding = withholding;
        this.mayWithhold = user.has(Roles.CASE_HANDLER);
        this.mayLook = mayWithhold || user.has(Roles.CONTROLLER);
        told.getElement().setAttribute("aria-live", "polite");
        records.addClassName("records");
        add(place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = idIn(event, ID);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            load(place, () -> requests.get(id), this::show);
        }
    }

    private void show(RequestView request) {
        this.request = request;
        place.addClassName("beside-list");
        var back = new Anchor("desk/" + request.id(), words.say("withholding.back", request.reference()));
        back.addClassName("plain-link");
        place.add(back, heading(), lead(words.say("withholding.lead")));
        boolean possible = WithholdingLink.isPossible(request);
        if (possible && mayLook) {
            place.add(choice(request));
        } else {
            place.add(new Notice(Notice.Tone.PLAIN, words.say(possible ? "withholding.list-only" : "withholding.not-now"), words.say(possible ? "withholding.list-only.text" : "withholding.not-now.text")));
        }
        place.add(told, records, new Section(new H2(words.say("withholding.so-far")), withheldPlace));
        load(withheldPlace, () -> withholding.withholdings(id), this::withheld);
    }

    private Div choice(RequestView request) {
        var items = request.items().stream().filter(item -> !RequestWords.isAccessLog(item)).toList();
        var item = new Select<RequestItem>();
        item.setLabel(words.say("withholding.part"));
        item.setItems(items);
        item.setItemLabelGenerator(requestWords::item);
        if (!items.isEmpty()) {
            item.setValue(items.getFirst());
        }
        var look = new Button(words.say("withholding.look"), click -> {
            // From then on the page's main action is another.
            click.getSource().removeThemeVariants(ButtonVariant.PRIMARY);
            look(item.getValue());
        });
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.setEnabled(!items.isEmpty());
        var filters = new Div(item, look);
        filters.addClassName("filters");
        var recorded = new Paragraph(words.say("withholding.recorded"));
        recorded.addClassName("small");
        return new Div(filters, recorded);
    }

    private void look(RequestItem item) {
        told.removeAll();
        load(records, () -> withholding.contents(id, item.key(), 0), contents -> {
            shown = new RecordList(item, requestWords.item(item), mayWithhold ? grounds() : List.of(), this::withhold, this::more, words, requestWords);
            records.add(shown);
            shown.add(contents);
        });
    }

    private void more(RequestItem item, long after) {
        act(told, () -> withholding.contents(id, item.key(), after), this::further, () -> look(item));
    }

    private void further(Contents contents) {
        if (shown != null) {
            shown.add(contents);
        }
    }

    /** Those the law gives for leaving something out of this copy. */
    private List<Ground> grounds() {
        var right = request == null ? null : request.right();
        try {
            return desk.grounds().stream().filter(each -> each.outcomes().contains(Outcome.LEAVE_OUT) && each.rights().contains(right)).toList();
        } catch (ServiceProblem e) {
            return List.of();
        }
    }

    /** One by one: what was kept out stays out where a later one is refused. */
    private void withhold(RequestItem item, List<String> chosen, String ground) {
        Supplier<List<Withholding>> each = () -> {
            List<Withholding> now = List.of();
            for (var record : chosen) {
                now = withholding.withhold(id, new Withhold(item.key(), record, ground));
            }
            return now;
        };
        act(told, each, now -> again(item, now), () -> look(item));
        // What was pressed stands below all records.
        if (told.getElement().getChildCount() > 0) {
            told.scrollIntoView();
        }
    }

    private void give(Withholding withheld) {
        act(told, () -> withholding.give(id, new Give(withheld.id())), now -> again(shown == null ? null : shown.item(), now),
                () -> load(withheldPlace, () -> withholding.withholdings(id), this::withheld));
    }

    /** What is shown says at once what is kept out now; the records are not read again for that. */
    private void again(@Nullable RequestItem item, List<Withholding> now) {
        if (shown != null && item != null) {
            shown.mark(now.stream().filter(each -> each.item().equals(item.key())).map(Withholding::record).toList());
        }
        withheldPlace.removeAll();
        withheld(now);
    }

    private void withheld(List<Withholding> now) {
        withheldPlace.add(new WithheldList(now, request == null ? List.of() : request.items(), mayWithhold && request != null && WithholdingLink.isPossible(request),
                this::textOf, this::give, words, moments));
    }

    private @Nullable String textOf(Withholding withheld) {
        return shown == null || !shown.item().key().equals(withheld.item()) ? null : shown.textOf(withheld.record());
    }
}
