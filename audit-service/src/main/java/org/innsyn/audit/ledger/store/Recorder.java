package org.innsyn.audit.ledger.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.innsyn.audit.continuity.Continuity;
import org.innsyn.audit.continuity.Sighting;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.identity.Resolved;
import org.innsyn.audit.identity.Resolved.Held;
import org.innsyn.audit.identity.Resolved.InLedger;
import org.innsyn.audit.identity.Resolved.InNewLedger;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.audit.ledger.LedgerState;
import org.innsyn.audit.policy.PolicyInForce;
import org.innsyn.platform.crypto.Commitment;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKey;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.access.Person;

/**
 * Records accesses: who it was about, what was done, and that it was reported, in one transaction. What this returns as recorded
 * survives any crash; what it throws on left nothing behind.
 */
public final class Recorder {

    /** Entries written in one unit of work at the most (a single larger event apart), so that memory stays bounded whatever is reported. */
    static final int ENTRIES_PER_UNIT = 2_000;

    private final LedgerUnits units;
    private final Identities identities;
    private final HouseLedgers house;
    private final ReportHashes hashes;
    private final ReportedEvents reported;
    private final EntryDetails details;
    private final Actors actors;
    private final VaultKeys keys;
    private final PolicyInForce policy;
    private final Erasures erasures;
    private final RandomSource random;
    private final Continuity continuity;
    private final Clock clock;
    private final Races races;

    public Recorder(
            LedgerUnits units,
            Identities identities,
            HouseLedgers house,
            ReportHashes hashes,
            ReportedEvents reported,
            EntryDetails details,
            Actors actors,
            VaultKeys keys,
            PolicyInForce policy,
            Erasures erasures,
            RandomSource random,
            Continuity continuity,
            Clock clock,
            Races races) {
        this.units = units;
        this.identities = identities;
        this.house = house;
        this.hashes = hashes;
        this.reported = reported;
        this.details = details;
        this.actors = actors;
        this.keys = keys;
        this.policy = policy;
        this.erasures = erasures;
        this.random = random;
        this.continuity = continuity;
        this.clock = clock;
        this.races = races;
    }

    /**
     * Records each access once, in one unit of work; returns what became of each, in order. Joins the caller's transaction where there is
     * one. Callers that record what others report go through {@link GroupCommit}.
     *
     * @param alongside done in the same transaction, with what became of the accesses; when it throws, nothing of the unit happened
     */
    List<Outcome> record(List<ReportedAccess> accesses, Consumer<List<Outcome>> alongside) {
        return races.settle(() -> units.run(unit -> {
            var outcomes = record(accesses, unit);
            alongside.accept(outcomes);
            return outcomes;
        }));
    }

    private List<Outcome> record(List<ReportedAccess> accesses, LedgerUnit unit) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = hashes.seen();
        var outcomes = claim(accesses, by, now);
        var drafts = new LinkedHashMap<ReportedAccess, Collection<EntryDraft>>();
        var fresh = new ArrayList<ReportedAccess>();
        for (int i = 0; i < accesses.size(); i++) {
            if (outcomes.get(i) == Outcome.RECORDED) {
                fresh.add(accesses.get(i));
            }
        }
        var people = identities.resolve(fresh.stream().filter(access -> access.ledgers().isEmpty()).flatMap(access -> access.data().subjects().stream()).toList());
        people.values().stream().filter(InNewLedger.class::isInstance).map(each -> ((InNewLedger) each).ledger()).distinct().sorted()
                .forEach(ledger -> unit.open(ledger, LedgerKind.PERSON, now));
        fresh.forEach(access -> drafts.put(access, drafts(access, people)));
        lock(drafts, unit);
        write(drafts, unit, now);
        continuity.see(fresh.stream().map(access -> new Sighting(access.source(), access.data().sequence(), access.data().bulk())).toList(), by.reads(), now);
        return outcomes;
    }

    private List<Outcome> claim(List<ReportedAccess> accesses, ReportKeys by, Instant now) {
        try {
            return reported.claim(accesses, by, now);
        } catch (HashKeys.Changed e) {
            hashes.forget();
            throw e;
        }
    }

    /** One entry per ledger, however many of its person's names the event has. */
    private Collection<EntryDraft> drafts(ReportedAccess access, Map<Person, Resolved> people) {
        var byLedger = new LinkedHashMap<LedgerId, EntryDraft>();
        access.ledgers().forEach(ledger -> byLedger.put(ledger, new EntryDraft(ledger, null, List.of())));
        if (access.ledgers().isEmpty()) {
            for (var person : access.data().subjects()) {
                var draft = switch (people.get(person)) {
                    case InLedger in -> new EntryDraft(in.ledger(), null, person.identifiers());
                    case InNewLedger in -> new EntryDraft(in.ledger(), null, person.identifiers());
                    case Held held -> new EntryDraft(house.of(held.reason()), held.reason(), person.identifiers());
                };
                byLedger.merge(draft.ledger(), draft, (one, other) -> one.with(other.identifiers()));
            }
        }
        return byLedger.values();
    }

    private void lock(Map<ReportedAccess, Collection<EntryDraft>> drafts, LedgerUnit unit) {
        var ledgers = new TreeSet<LedgerId>();
        drafts.values().forEach(each -> each.forEach(draft -> ledgers.add(draft.ledger())));
        var heads = unit.lock(ledgers);
        for (var each : drafts.entrySet()) {
            boolean known = !each.getKey().ledgers().isEmpty();
            if (known) {
                // Its person was erased between the reading and its recording: there is nobody left to tell.
                each.setValue(each.getValue().stream().filter(draft -> heads.get(draft.ledger()).state() != LedgerState.SHREDDED).toList());
            } else if (each.getValue().stream().anyMatch(draft -> heads.containsKey(draft.ledger()) && heads.get(draft.ledger()).state() == LedgerState.SHREDDED)) {
                // Shredded since it was resolved; resolved again, its identifiers are suppressed.
                throw new Races.Lost();
            }
        }
    }

    private void write(Map<ReportedAccess, Collection<EntryDraft>> drafts, LedgerUnit unit, Instant now) {
        int year = now.atZone(clock.getZone()).getYear();
        var named = new TreeSet<Actors.Named>();
        var owners = new TreeSet<UUID>();
        drafts.forEach((access, each) -> {
            named.add(named(access));
            each.forEach(draft -> owners.add(draft.ledger().value()));
        });
        var references = actors.references(named, year);
        Map<UUID, VaultKey> own = keys.forOwners(owners, year);
        var rows = new ArrayList<EntryDetails.Row>();
        var judge = policy.judge();
        drafts.forEach((access, each) -> {
            var judgement = judge.judge(access.occurredAt(), access.data());
            for (var draft : each) {
                var decided = new EntryDraft.Decided(random.timeOrderedId(), random.bytes(Commitment.SECRET_LENGTH), now,
                        references.get(named(access)), judgement, erasures.isAfter(access.occurredAt(), draft));
                var entry = draft.entry(access, decided, own.get(draft.ledger().value()));
                unit.send(entry.command());
                rows.add(entry.row());
            }
        });
        details.insert(rows);
    }

    private static Actors.Named named(ReportedAccess access) {
        return new Actors.Named(access.source(), access.data().actor().id());
    }
}
