package org.innsyn.audit.disclosure.store;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.innsyn.audit.accesslog.OwnEntries;
import org.innsyn.audit.disclosure.EntryId;
import org.innsyn.audit.disclosure.NameCommand;
import org.innsyn.audit.disclosure.NameCommand.AdviseOnName;
import org.innsyn.audit.disclosure.NameCommand.AskName;
import org.innsyn.audit.disclosure.NameCommand.DecideName;
import org.innsyn.audit.disclosure.NameRefused;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.oversight.NameView;
import org.innsyn.schemas.oversight.NamesApi;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Questions for names over HTTP. */
@RestController
class NamesController implements NamesApi {

    private static final int SHORTEST_TEXT = 10;
    private static final int MOST = 200;

    private final Names names;
    private final NameTexts texts;
    private final NameViews views;
    private final OwnEntries own;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NamesController(Names names, NameTexts texts, NameViews views, OwnEntries own, Actors actors, TransactionTemplate transaction, Clock clock) {
        this.names = names;
        this.texts = texts;
        this.views = views;
        this.own = own;
        this.actors = actors;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public NameView ask(Ask ask) {
        if (ask.entry() == null) {
            throw invalid("entry is missing.");
        }
        // Whose it is comes first: what is wrong with a question about somebody else's entry is nobody's business.
        var entry = own.of(SignedIn.current(), ask.entry());
        var why = needed(ask.why());
        if (names.ledgerOf(entry.entry()).isEmpty()) {
            changed(entry.entry(), now -> new AskName(new EntryId(entry.entry()), entry.ledger().value(), entry.actor(), null, texts.keep(entry.ledger().value(), why), now));
        }
        return views.toPerson(List.of(entry.entry())).getFirst();
    }

    @Override
    public List<NameView> mine() {
        return own.ledger(SignedIn.current()).map(LedgerId::value).map(ledger -> views.toPerson(names.of(ledger, MOST))).orElse(List.of());
    }

    @Override
    public List<NameView> all() {
        return views.toStaff(names.all(MOST));
    }

    @Override
    public NameView advise(UUID entry, Say say) {
        var why = needed(say.why());
        var ledger = existing(entry);
        return changed(entry, now -> new AdviseOnName(new EntryId(entry), say.version(), say.tell(), texts.keep(ledger, why), caller(), now));
    }

    @Override
    public NameView decide(UUID entry, Say say) {
        var why = needed(say.why());
        var ledger = existing(entry);
        return changed(entry, now -> new DecideName(new EntryId(entry), say.version(), say.tell(), texts.keep(ledger, why), caller(), now));
    }

    private NameView changed(UUID entry, Function<Instant, NameCommand> command) {
        try {
            transaction.executeWithoutResult(status -> names.handle(command.apply(clock.instant().truncatedTo(ChronoUnit.MICROS))));
        } catch (NameRefused e) {
            throw new Problem(e.code().equals("same-person") ? 403 : 409, e.code(), "Nothing was decided", e.getMessage() + " Nothing was changed.");
        }
        return views.toStaff(List.of(entry)).getFirst();
    }

    private UUID existing(UUID entry) {
        return names.ledgerOf(entry).orElseThrow(() -> new Problem(404, "not-found", "Nobody asked for this name", "No question is on record for this entry."));
    }

    private UUID caller() {
        return actors.ofCaller(SignedIn.current().id(), clock.instant().atZone(clock.getZone()).getYear());
    }

    private static String needed(@Nullable String text) {
        var said = requireNonNullElse(text, "").strip();
        if (said.length() < SHORTEST_TEXT || said.length() > MAX_TEXT) {
            throw invalid("why needs " + SHORTEST_TEXT + " to " + MAX_TEXT + " characters.");
        }
        return said;
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }
}
