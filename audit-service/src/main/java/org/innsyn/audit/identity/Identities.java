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
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.hashing.HashRing;
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
        if (distinct.isEmpty()) {
            return Map.of();
        }
        var ring = index.ring();
        var known = new HashMap<Key, List<Line>>(index
                .lines(ring, distinct.stream().flatMap(person -> person.identifiers().stream()).map(each -> BlindIndex.key(ring, each)).collect(toSet()))
                .stream()
                .collect(groupingBy(Line::key)));
        var claims = new Claims();
        var resolved = new HashMap<Person, Resolved>();
        for (var person : distinct) {
            resolved.put(person, resolve(ring, person, known, claims));
        }
        if (!claims.lines.isEmpty()) {
            var lost = index.claim(ring, claims.lines);
            if (!lost.isEmpty()) {
                resolveAgain(ring, resolved, lost, claims.lines);
            }
        }
        return resolved;
    }

    /** Others were faster with these keys and have committed, so there is somebody to find now: no new ledger is opened for them. */
    private void resolveAgain(HashRing ring, Map<Person, Resolved> resolved, Set<Key> lost, List<Line> claims) {
        var unopened = claims.stream().filter(claim -> lost.contains(claim.key())).map(Line::ledger).collect(toSet());
        if (claims.stream().anyMatch(claim -> unopened.contains(claim.ledger()) && !lost.contains(claim.key()))) {
            // Of somebody with two names one was claimed here and the other there.
            throw new BlindIndex.ClaimedElsewhere();
        }
        var known = new HashMap<Key, List<Line>>(index.lines(ring, lost).stream().collect(groupingBy(Line::key)));
        var again = new Claims();
        resolved.replaceAll((person, found) -> ledger(found).filter(unopened::contains).isPresent() ? resolve(ring, person, known, again) : found);
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

    private Resolved resolve(HashRing ring, Person person, Map<Key, List<Line>> known, Claims claims) {
        var deciding = person.identifiers().stream().filter(identifier -> identifier.type().decides()).map(each -> BlindIndex.key(ring, each)).toList();
        if (deciding.isEmpty()) {
            return resolveVerified(ring, person, known);
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

    private Resolved resolveVerified(HashRing ring, Person person, Map<Key, List<Line>> known) {
        var ledgers = new HashSet<LedgerId>();
        for (var identifier : person.identifiers()) {
            var lines = known.getOrDefault(BlindIndex.key(ring, identifier), List.of());
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
        return lookUp(List.of(identifier)).stream().filter(line -> !line.suppressed()).map(Line::ledger).collect(toSet());
    }

    /** Shredded ledgers that these identifiers led to. */
    public Set<LedgerId> suppressed(Collection<Identifier> identifiers) {
        return lookUp(identifiers).stream().filter(Line::suppressed).map(Line::ledger).collect(toSet());
    }

    private List<Line> lookUp(Collection<Identifier> identifiers) {
        return index.lookUp(ring -> index.lines(ring, identifiers.stream().map(each -> BlindIndex.key(ring, each)).collect(toSet())));
    }

    /** Takes over what the company has verified for the ledger's account; returns how many of them now lead to several people. */
    int verify(LedgerId ledger, Collection<Identifier> identifiers) {
        var ring = index.ringNow();
        var keys = identifiers.stream().map(each -> BlindIndex.key(ring, each)).collect(toSet());
        index.replaceVerified(ring, ledger, keys);
        var shared = index.lines(ring, keys).stream().filter(line -> !line.suppressed()).collect(groupingBy(Line::key));
        return (int) shared.values().stream().filter(lines -> lines.size() > 1).count();
    }

    /** Hashes anew those of the ledger's identifiers that are still hashed with an older key; the caller holds the ledger. */
    void renew(LedgerId ledger, Collection<Identifier> identifiers) {
        var ring = index.ringNow();
        index.old(ring, ledger).forEach(line -> identifiers.stream().filter(each -> line.isOf(ring, each)).findFirst()
                .ifPresent(each -> index.move(ring, ledger, line, each)));
    }

    /** See {@link BlindIndex#suppress}. */
    public int suppress(LedgerId ledger) {
        return index.suppress(ledger);
    }

    /** A line of the index that leads to nobody: the identifier's type, its keyed hash in hexadecimal, and the number of the key it was made with. */
    public record Suppressed(String type, String hash, int key) {}

    /** Lets these lines lead to nobody, also where there is no such line (any more). */
    public void suppress(LedgerId ledger, Collection<Suppressed> lines) {
        index.suppress(ledger, lines);
    }

    /** Whether a failed unit of work only needs running again. */
    public static boolean isRace(Throwable e) {
        return e instanceof BlindIndex.ClaimedElsewhere || e instanceof HashKeys.Changed;
    }
}
