package org.innsyn.ui.hold;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Placing a hold: on what stands in a request, or on anything by its name. */
public final class PlaceForm {

    /** Grounds a hold can have (GDPR Art. 17(3)(b), (e)); a hold is no ground itself. */
    private static final List<String> GROUNDS = List.of("legal-claims", "legal-obligation");
    /** Until when somebody has to look at it again; the service's rules say the same. */
    private static final int REVIEW_WITHIN_MONTHS = 12;
    private static final String CODE = "[a-z0-9][a-z0-9/-]{0,59}";
    private static final String NAME = "[a-z][a-z0-9.-]{0,59}";

    /** Whose data stays. */
    private enum Whose { PERSON, EVERYBODY }

    private final LocalDate today;
    private final Consumer<Place> place;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;

    /** @param place has it placed */
    public PlaceForm(LocalDate today, Consumer<Place> place, Drafts drafts, Words words, Moments moments) {
        this.today = today;
        this.place = place;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
    }

    /** For anything, before or without a request. */
    DeedForm form() {
        var form = new DeedForm("hold", drafts, words, moments);
        var whose = form.choice("whose", List.of(Whose.values()), each -> words.say("hold.whose." + Words.name(each)));
        var account = form.line("account", 0);
        var item = form.line("item", 0);
        var system = form.line("system", 0);
        var category = form.line("category", 0);
        Runnable shown = () -> {
            account.setVisible(whose.getValue() == Whose.PERSON);
            item.setVisible(whose.getValue() == Whose.PERSON);
            system.setVisible(whose.getValue() == Whose.EVERYBODY);
            category.setVisible(whose.getValue() == Whose.EVERYBODY);
        };
        shown.run();
        whose.addValueChangeListener(change -> shown.run());
        form.needs(() -> whose.getValue() == Whose.EVERYBODY
                ? system.getValue().strip().matches(NAME) && category.getValue().strip().matches(NAME)
                : !account.getValue().isBlank() && !item.getValue().isBlank());
        return finished(form, asked -> whose.getValue() == Whose.EVERYBODY
                ? new Place(system.getValue().strip(), category.getValue().strip(), null, null, asked.ground(), asked.owner(), asked.reviewOn(), asked.reason())
                : new Place(null, null, item.getValue().strip(), account.getValue().strip(), asked.ground(), asked.owner(), asked.reviewOn(), asked.reason()));
    }

    /** For a part of a request. @param account whose it is; it stands in no address and is not typed again */
    public DeedForm formFor(List<RequestItem> items, String account) {
        var form = new DeedForm("hold-item", drafts, words, moments);
        var item = form.choice("item", items, new RequestWords(words, moments)::item);
        return finished(form, asked -> new Place(null, null, item.getValue().key(), account, asked.ground(), asked.owner(), asked.reviewOn(), asked.reason()));
    }

    private record Asked(String ground, String owner, LocalDate reviewOn, String reason) {}

    private interface Scope {
        Place of(Asked asked);
    }

    private DeedForm finished(DeedForm form, Scope scope) {
        var requestWords = new RequestWords(words, moments);
        var ground = form.choice("ground", GROUNDS, requestWords::ground);
        var owner = form.line("owner", 1);
        var reviewOn = form.day("review", today.plusDays(1), today.plusMonths(REVIEW_WITHIN_MONTHS));
        var reason = form.text("reason", DeedForm.SHORTEST_TEXT);
        form.needs(() -> owner.getValue().strip().matches(CODE));
        return form.does(() -> place.accept(scope.of(new Asked(ground.getValue(), owner.getValue().strip(), reviewOn.getValue(), reason.getValue().strip()))));
    }
}
