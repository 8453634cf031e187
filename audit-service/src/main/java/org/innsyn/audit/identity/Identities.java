package org.innsyn.audit.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innsyn.audit.identity.BlindIndex.Key;
import org.innsyn.audit.identity.BlindIndex.Line;
import org.innsyn.audit.identity.Resolved.Held;
import org.innsyn.audit.identity.Resolved.InLedger;
import org.innsyn.audit.identity.Resolved.InNewLedger;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.accesslog.HeldReason;

/**
 * Whose ledger it is. Account and customer number decide and open a ledger where there is none; e-mail and phone lead to one only while
 * verified for exactly one account; whatever stays unclear is held for review, never guessed.
 */
public final class Identities {

    private final BlindIndex index;
    private final RandomSource random;

    Identities(BlindIndex index, RandomSource random) {
        this.index = index;
        this.random = random;
    }

    /** Resolves a batch of people with one query, in the caller's transaction. The same person is resolved once. */
    public Map<Person, Resolved> resolve(Collection<Person> people) {
        var distinct = new HashSet<>(people);
        var known = new HashMap<Key, List<Line>>(index
                .lines(distinct.stream().flatMap(person -> person.identifiers().stream()).map(index::key).collect(toSet()))
                .stream()
                .collect(groupingBy(Line::key)));
        var claims = new Claims();
        var resolved = new HashMap<Person, Resolved>();
        for (var person : distinct) {
            resolved.put(person, resolve(person, known, claims));
        }
        if (!claims.lines.isEmpty()) {
            var lost = index.claim(claims.lines);
            if (!lost.isEmpty()) {
                resolveAgain(resolved, lost, claims.lines);
            }
        }
        return resolved;
    }

    /** Others were faster with these keys and have committed, so there is somebody to find now: no new ledger is opened for them. */
    private void resolveAgain(Map<Person, Resolved> resolved, Set<Key> lost, List<Line> claims) {
        var unopened = claims.stream().filter(claim -> lost.contains(claim.key())).map(Line::ledger).collect(toSet());
        if (claims.stream().anyMatch(claim -> unopened.contains(claim.ledger()) && !lost.contains(claim.key()))) {
            // Of somebody with two names one was claimed here and the other there.
            throw new BlindIndex.ClaimedElsewhere();
        }
        var known = new HashMap<Key, List<Line>>(index.lines(lost).stream().collect(groupingBy(Line::key)));
        var again = new Claims();
        resolved.replaceAll((person, found) -> ledger(found).filter(unopened::contains).isPresent() ? resolve(person, known, again) : found);
        if (!again.lines.isEmpty()) {
            throw new BlindIndex.ClaimedElsewhere();
        }
    }

    private static Optional<LedgerId> ledger(Resolved resolved) {
        return switch (resolved) {
            case InLedger in -> Optional.of(in.ledger());
            case InNewLedger in -> Optional.of(in.ledger());
            case Held held -> Optional.empty();
        };
    }

    /** What is to be added to the index, and the ledgers that begin with it. */
    private static final class Claims {
        private final List<Line> lines = new ArrayList<>();
        private final Set<LedgerId> begun = new HashSet<>();
    }

    private Resolved resolve(Person person, Map<Key, List<Line>> known, Claims claims) {
        var deciding = person.identifiers().stream().filter(identifier -> identifier.type().decides()).map(index::key).toList();
        if (deciding.isEmpty()) {
            return resolveVerified(person, known);
        }
        var lines = deciding.stream().flatMap(key -> known.getOrDefault(key, List.of()).stream()).toList();
        if (lines.stream().anyMatch(Line::suppressed)) {
            return new Held(HeldReason.ERASED);
        }
        var ledgers = lines.stream().map(Line::ledger).collect(toSet());
        if (ledgers.size() > 1) {
            return new Held(HeldReason.AMBIGUOUS);
        }
        var ledger = ledgers.isEmpty() ? new LedgerId(random.randomId()) : ledgers.iterator().next();
        if (ledgers.isEmpty()) {
            claims.begun.add(ledger);
        }
        for (var key : deciding) {
            if (!known.containsKey(key)) {
                var claim = new Line(key, ledger, false);
                claims.lines.add(claim);
                known.put(key, List.of(claim));
            }
        }
        return claims.begun.contains(ledger) ? new InNewLedger(ledger) : new InLedger(ledger);
    }

    private Resolved resolveVerified(Person person, Map<Key, List<Line>> known) {
        var ledgers = new HashSet<LedgerId>();
        for (var identifier : person.identifiers()) {
            var lines = known.getOrDefault(index.key(identifier), List.of());
            if (lines.stream().anyMatch(Line::suppressed)) {
                return new Held(HeldReason.ERASED);
            }
            lines.forEach(line -> ledgers.add(line.ledger()));
        }
        return switch (ledgers.size()) {
            case 0 -> new Held(HeldReason.UNRESOLVED);
            case 1 -> new InLedger(ledgers.iterator().next());
            default -> new Held(HeldReason.AMBIGUOUS);
        };
    }

    /** The ledger of an account, which is the only thing the portal goes by. */
    public Optional<LedgerId> ofAccount(String account) {
        return leadingTo(Identifier.account(account)).stream().findFirst();
    }

    /** Ledgers an identifier leads to; several only for an e-mail address or phone number. */
    public Set<LedgerId> leadingTo(Identifier identifier) {
        return index.lines(List.of(index.key(identifier))).stream()
                .filter(line -> !line.suppressed())
                .map(Line::ledger)
                .collect(toSet());
    }

    /** Shredded ledgers that these identifiers led to. */
    public Set<LedgerId> suppressed(Collection<Identifier> identifiers) {
        return index.lines(identifiers.stream().map(index::key).toList()).stream().filter(Line::suppressed).map(Line::ledger).collect(toSet());
    }

    /** Takes over what the company has verified for the ledger's account; returns how many of them now lead to several people. */
    int verify(LedgerId ledger, Collection<Identifier> identifiers) {
        var keys = identifiers.stream().map(index::key).collect(toSet());
        index.replaceVerified(ledger, keys);
        var shared = index.lines(keys).stream().filter(line -> !line.suppressed()).collect(groupingBy(Line::key));
        return (int) shared.values().stream().filter(lines -> lines.size() > 1).count();
    }

    /** See {@link BlindIndex#suppress}. */
    public int suppress(LedgerId ledger) {
        return index.suppress(ledger);
    }

    /** Whether a failed unit of work only needs running again. */
    public static boolean isRace(Throwable e) {
        return e instanceof BlindIndex.ClaimedElsewhere;
    }
}
