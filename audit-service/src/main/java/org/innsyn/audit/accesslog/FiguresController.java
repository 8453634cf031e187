package org.innsyn.audit.accesslog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.accesslog.AccessLogFigures.Reading;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.accesslog.AccessFigures;
import org.innsyn.schemas.accesslog.AccessFiguresApi;
import org.innsyn.schemas.accesslog.FiguresQuery;
import org.innsyn.schemas.accesslog.Reader;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the access log over HTTP. */
@RestController
class FiguresController implements AccessFiguresApi {

    private final Identities identities;
    private final LedgerHeads heads;
    private final Actors actors;
    private final AccessLogFigures figures;
    private final IndexStates states;
    private final ReadingLog reading;

    FiguresController(Identities identities, LedgerHeads heads, Actors actors, AccessLogFigures figures, IndexStates states, ReadingLog reading) {
        this.identities = identities;
        this.heads = heads;
        this.actors = actors;
        this.figures = figures;
        this.states = states;
        this.reading = reading;
    }

    @Override
    public AccessFigures mine(FiguresQuery query) {
        var days = AccessLogFigures.days(query);
        var reader = SignedIn.current();
        var account = reader.account().orElseThrow(() ->
                new Problem(403, "not-allowed", "No account", "Your sign-in names no customer account, so there is nothing to count."));
        var head = identities.ofAccount(account).flatMap(heads::find);
        if (head.isEmpty()) {
            return new AccessFigures(days, List.of(), states.ofNobody());
        }
        reading.ownView(reader, head.get().ledger());
        return new AccessFigures(days, figures.count(query, Optional.of(head.get().ledger())), states.of(head.get()));
    }

    @Override
    public AccessFigures all(FiguresQuery query) {
        var days = AccessLogFigures.days(query);
        reading.staffFigures(SignedIn.current(), "dpo");
        return new AccessFigures(days, figures.count(query, Optional.empty()), states.ofAll());
    }

    @Override
    public List<Reader> readers(FiguresQuery period) {
        AccessLogFigures.days(period);
        reading.staffFigures(SignedIn.current(), "dpo");
        var most = figures.readers(period);
        var ids = actors.ids(most.stream().map(Reading::actor).map(UUID::fromString).collect(Collectors.toSet()));
        return most.stream().map(each -> {
            var actor = UUID.fromString(each.actor());
            return new Reader(actor, ids.get(actor), each.unit(), each.entries(), each.people(), each.usual());
        }).toList();
    }
}
