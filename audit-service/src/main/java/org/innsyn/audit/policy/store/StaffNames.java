package org.innsyn.audit.policy.store;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.Actors.Named;

/**
 * The ids staff go by and their random references. They lie where all actors' details lie, under the member's own key; the directory's
 * ids are those that every reporting application uses.
 */
final class StaffNames {

    static final String DIRECTORY = Actors.DIRECTORY;

    private final Actors actors;
    private final Clock clock;

    StaffNames(Actors actors, Clock clock) {
        this.actors = actors;
        this.clock = clock;
    }

    /** References by id, made where there are none. In the caller's transaction. */
    Map<String, UUID> references(Set<String> ids) {
        var named = actors.references(ids.stream().map(StaffNames::named).toList(), year());
        var references = new HashMap<String, UUID>();
        named.forEach((name, reference) -> references.put(name.id(), reference));
        return references;
    }

    /** The reference of somebody who has one. */
    Optional<UUID> known(String id) {
        return actors.withId(id, List.of(DIRECTORY)).stream().findFirst();
    }

    /** The reference of whoever is signed in: the same as when their reading is recorded. */
    UUID ofCaller(String id) {
        return actors.ofCaller(id, year());
    }

    private int year() {
        return clock.instant().atZone(clock.getZone()).getYear();
    }

    /** Ids by reference; whoever's key is destroyed is absent. */
    Map<UUID, String> ids(Collection<UUID> references) {
        return actors.ids(references);
    }

    /** References by keyed hash. */
    Map<String, UUID> byHash(Collection<UUID> references) {
        var byHash = new HashMap<String, UUID>();
        actors.hashes(references).forEach((reference, hash) -> byHash.put(hash, reference));
        return byHash;
    }

    /** The keys they are found by now. */
    HashRing ring() {
        return actors.ring();
    }

    /** The keyed hashes a member of staff may be kept under. */
    List<String> hashes(HashRing ring, String id) {
        return Actors.hashes(ring, named(id));
    }

    private static Named named(String id) {
        return new Named(DIRECTORY, id);
    }
}
