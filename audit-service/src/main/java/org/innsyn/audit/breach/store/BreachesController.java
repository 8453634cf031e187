package org.innsyn.audit.breach.store;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.innsyn.audit.breach.BreachCommand;
import org.innsyn.audit.breach.BreachCommand.CloseBreach;
import org.innsyn.audit.breach.BreachCommand.DecideAuthority;
import org.innsyn.audit.breach.BreachCommand.DecidePersons;
import org.innsyn.audit.breach.BreachCommand.OpenBreach;
import org.innsyn.audit.breach.BreachCommand.ReopenBreach;
import org.innsyn.audit.breach.BreachCommand.StateFacts;
import org.innsyn.audit.breach.BreachId;
import org.innsyn.audit.breach.BreachRefused;
import org.innsyn.audit.breach.By;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.BreachesApi;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** The record of breaches over HTTP. */
@RestController
class BreachesController implements BreachesApi {

    private static final int SHORTEST_TEXT = 10;

    private final Breaches breaches;
    private final BreachTexts texts;
    private final BreachViews views;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final RandomSource random;
    private final Clock clock;

    BreachesController(Breaches breaches, BreachTexts texts, BreachViews views, Actors actors, TransactionTemplate transaction, RandomSource random, Clock clock) {
        this.breaches = breaches;
        this.texts = texts;
        this.views = views;
        this.actors = actors;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public List<BreachView> all() {
        return breaches.all().stream().map(views::inList).toList();
    }

    @Override
    public BreachView find(UUID breach) {
        return breaches.find(breach).map(views::inFull).orElseThrow(BreachesController::notFound);
    }

    @Override
    public BreachView open(Open open) {
        given("awareAt", open.awareAt());
        var what = needed("what", open.what());
        var id = new BreachId(random.randomId());
        return changed(id, now -> new OpenBreach(id, null, open.awareAt(), texts.keep(id.value(), what), by(), now));
    }

    @Override
    public BreachView state(UUID breach, State state) {
        given("kinds", state.kinds());
        var categories = requireNonNullElse(state.categories(), List.<String>of());
        if (categories.size() > 50 || !categories.stream().allMatch(each -> each.matches("[a-z][a-z0-9-]{0,59}"))) {
            throw invalid("categories are codes such as contact-details, at most 50.");
        }
        var what = needed("what", state.what());
        var consequences = needed("consequences", state.consequences());
        var measures = needed("measures", state.measures());
        var id = existing(breach);
        return changed(id, now -> new StateFacts(id, state.version(), state.happenedAt(), state.kinds(), categories, state.people(), state.records(),
                texts.keep(id.value(), what), texts.keep(id.value(), consequences), texts.keep(id.value(), measures), by(), now));
    }

    @Override
    public BreachView decideAuthority(UUID breach, Decide decide) {
        var id = existing(breach);
        return changed(id, now -> new DecideAuthority(id, decide.version(), decide.told(), decide.toldAt(), reason(id, decide.reason()), by(), now));
    }

    @Override
    public BreachView decidePersons(UUID breach, Decide decide) {
        var id = existing(breach);
        return changed(id, now -> new DecidePersons(id, decide.version(), decide.told(), decide.toldAt(), reason(id, decide.reason()), by(), now));
    }

    @Override
    public BreachView close(UUID breach, Move move) {
        var id = existing(breach);
        return changed(id, now -> new CloseBreach(id, move.version(), by(), now));
    }

    @Override
    public BreachView reopen(UUID breach, Move move) {
        var id = existing(breach);
        return changed(id, now -> new ReopenBreach(id, move.version(), by(), now));
    }

    /** Texts and event in one transaction: neither is kept without the other. */
    private BreachView changed(BreachId id, Function<Instant, BreachCommand> command) {
        try {
            transaction.executeWithoutResult(status -> breaches.handle(command.apply(clock.instant().truncatedTo(ChronoUnit.MICROS))));
        } catch (BreachRefused e) {
            throw new Problem(e.code().equals("invalid") ? 422 : 409, e.code(), "The record was not changed", e.getMessage() + " Nothing was changed.");
        }
        return find(id.value());
    }

    private BreachId existing(UUID breach) {
        if (!breaches.exists(breach)) {
            throw notFound();
        }
        return new BreachId(breach);
    }

    private @Nullable UUID reason(BreachId breach, @Nullable String reason) {
        return reason == null || reason.isBlank() ? null : texts.keep(breach.value(), needed("reason", reason));
    }

    private By by() {
        var caller = SignedIn.current();
        return new By(actors.ofCaller(caller.id(), clock.instant().atZone(clock.getZone()).getYear()), caller.has("dpo") ? "dpo" : "controller");
    }

    private static String needed(String field, @Nullable String text) {
        var said = requireNonNullElse(text, "").strip();
        if (said.length() < SHORTEST_TEXT || said.length() > MAX_TEXT) {
            throw invalid(field + " needs " + SHORTEST_TEXT + " to " + MAX_TEXT + " characters.");
        }
        return said;
    }

    private static void given(String field, @Nullable Object value) {
        if (value == null) {
            throw invalid(field + " is missing.");
        }
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }

    private static Problem notFound() {
        return new Problem(404, "not-found", "There is no such breach", "No breach on record has this id.");
    }
}
