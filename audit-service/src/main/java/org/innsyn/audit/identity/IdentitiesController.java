package org.innsyn.audit.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.audit.identity.Resolved.InLedger;
import org.innsyn.audit.identity.Resolved.InNewLedger;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.audit.ledger.LedgerState;
import org.innsyn.audit.ledger.store.LedgerUnits;
import org.innsyn.audit.ledger.store.Races;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.identity.IdentitiesApi;
import org.innsyn.schemas.identity.Identity;
import org.springframework.web.bind.annotation.RestController;

/** Takes over which identifiers the company has verified for which account. */
@RestController
class IdentitiesController implements IdentitiesApi {

    private final Identities identities;
    private final LedgerUnits units;
    private final Races races;
    private final Clock clock;

    IdentitiesController(Identities identities, LedgerUnits units, Races races, Clock clock) {
        this.identities = identities;
        this.units = units;
        this.races = races;
        this.clock = clock;
    }

    @Override
    public Accepted report(List<Identity> reported) {
        if (reported.size() > MAX_IDENTITIES) {
            throw new Problem(413, "batch-too-large", "Too many identities", "At most " + MAX_IDENTITIES + " in one call. Nothing was taken over.");
        }
        if (reported.stream().anyMatch(each -> each == null || each.account() == null || each.account().isBlank())) {
            throw new Problem(422, "invalid", "An identity has no account", "Every identity needs an account. Nothing was taken over.");
        }
        int ambiguous = races.settle(() -> units.run(unit -> {
            var people = reported.stream().map(IdentitiesController::deciding).toList();
            var resolved = identities.resolve(people);
            resolved.values().stream().filter(InNewLedger.class::isInstance).map(each -> ((InNewLedger) each).ledger()).distinct().sorted()
                    .forEach(ledger -> unit.open(ledger, LedgerKind.PERSON, clock.instant()));
            var heads = unit.lock(resolved.values().stream().filter(InLedger.class::isInstance).map(each -> ((InLedger) each).ledger()).toList());
            int shared = 0;
            for (var identity : reported) {
                // An account whose identifiers contradict each other, or whose person was erased, gains none.
                switch (resolved.get(deciding(identity))) {
                    case InLedger in when heads.containsKey(in.ledger()) && heads.get(in.ledger()).state() == LedgerState.SHREDDED -> { /* erased meanwhile */ }
                    case InLedger in -> {
                        identities.renew(in.ledger(), deciding(identity).identifiers());
                        shared += identities.verify(in.ledger(), verified(identity));
                    }
                    case InNewLedger in -> shared += identities.verify(in.ledger(), verified(identity));
                    case Resolved.Held held -> { /* stays held */ }
                }
            }
            return shared;
        }));
        return new Accepted(reported.size(), ambiguous);
    }

    private static Person deciding(Identity identity) {
        var identifiers = new ArrayList<Identifier>();
        identifiers.add(Identifier.account(identity.account()));
        if (identity.customerNumber() != null) {
            identifiers.add(new Identifier(IdentifierType.CUSTOMER_NUMBER, identity.customerNumber()));
        }
        return new Person(identifiers);
    }

    private static List<Identifier> verified(Identity identity) {
        var identifiers = new ArrayList<Identifier>();
        if (identity.emails() != null) {
            identity.emails().forEach(value -> identifiers.add(new Identifier(IdentifierType.EMAIL, value)));
        }
        if (identity.phones() != null) {
            identity.phones().forEach(value -> identifiers.add(new Identifier(IdentifierType.PHONE, value)));
        }
        return identifiers;
    }
}
