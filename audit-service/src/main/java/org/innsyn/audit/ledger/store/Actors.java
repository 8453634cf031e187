package org.innsyn.audit.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** Actors by random reference. The id an actor goes by lies under the actor's own key: staff are data subjects too. */
public final class Actors {

    /** Instead of a source: ids that every reporting application uses, see the staff directory. */
    public static final String DIRECTORY = "urn:innsyn:staff-directory";

    static final String THIS_SERVICE = "urn:innsyn:audit-service";

    private static final String FIELD = "id";

    private final JdbcTemplate jdbc;
    private final HashKeys hashKeys;
    private final VaultKeys keys;
    private final RandomSource random;

    public Actors(JdbcTemplate jdbc, HashKeys hashKeys, VaultKeys keys, RandomSource random) {
        this.jdbc = jdbc;
        this.hashKeys = hashKeys;
        this.keys = keys;
        this.random = random;
    }

    /** An actor as a reporter names it; the same id in two sources is two actors. */
    public record Named(String source, String id) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : id.compareTo(other.id);
        }
    }

    /** References of these actors, made where there are none, with their ids kept for {@code year}. */
    public Map<Named, UUID> references(Collection<Named> actors, int year) {
        var kept = hashKeys.lookUp(ring -> kept(ring, actors, year));
        if (kept.keySet().containsAll(actors)) {
            return kept;
        }
        var ring = hashKeys.now();
        var references = known(ring, actors);
        var missing = new TreeSet<>(actors);
        missing.removeAll(references.keySet());
        if (!missing.isEmpty()) {
            hashKeys.hold(ring);
            var hashes = missing.stream().map(each -> hash(ring, each)).sorted().toList();
            jdbc.batchUpdate("insert into actor (actor_ref, actor_hash, key_number) values (?, ?, ?) on conflict do nothing",
                    hashes.stream().map(each -> new Object[] {random.randomId(), HexFormat.of().parseHex(each), ring.current()}).toList());
            references = known(ring, actors);
        }
        keepIds(references, year);
        return references;
    }

    /** The reference of whoever is signed in to this service: the same one their reading is recorded under. */
    public UUID ofCaller(String id, int year) {
        return references(List.of(new Named(THIS_SERVICE, id)), year).values().iterator().next();
    }

    private void keepIds(Map<Named, UUID> references, int year) {
        var kept = jdbc.queryForList("select actor_ref from actor_detail where year = ? and actor_ref = any (?)", UUID.class,
                year, references.values().toArray(UUID[]::new));
        var missing = new TreeMap<UUID, Named>();
        references.forEach((actor, reference) -> missing.put(reference, actor));
        kept.forEach(missing::remove);
        if (missing.isEmpty()) {
            return;
        }
        var own = keys.forOwners(missing.keySet(), year);
        jdbc.batchUpdate("insert into actor_detail (actor_ref, year, key_id, revision, sealed) values (?, ?, ?, ?, ?) on conflict do nothing",
                missing.entrySet().stream().map(each -> {
                    var key = own.get(each.getKey());
                    var id = each.getValue().id().getBytes(StandardCharsets.UTF_8);
                    return new Object[] {each.getKey(), year, key.id(), SealedFields.REVISION,
                        SealedFields.seal(key, each.getKey(), Map.of(FIELD, id))};
                }).toList());
    }

    /** Ids by reference; an actor whose keys are destroyed is absent. */
    public Map<UUID, String> ids(Collection<UUID> references) {
        record Stored(UUID actor, UUID key, int revision, byte[] sealed) {}
        var stored = jdbc.query("select actor_ref, key_id, revision, sealed from actor_detail where actor_ref = any (?) order by year",
                (row, i) -> new Stored(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)),
                (Object) references.toArray(UUID[]::new));
        var live = keys.byId(stored.stream().map(Stored::key).collect(Collectors.toSet()));
        var ids = new HashMap<UUID, String>();
        stored.forEach(row -> Optional.ofNullable(live.get(row.key())).ifPresent(key -> ids.put(row.actor(),
                new String(SealedFields.open(key, row.actor(), row.revision(), row.sealed()).get(FIELD), StandardCharsets.UTF_8))));
        return ids;
    }

    /** References of the actor with this id, one per source that reported it. */
    public List<UUID> withId(String id, Collection<String> sources) {
        return List.copyOf(hashKeys.lookUp(ring -> known(ring, sources.stream().map(source -> new Named(source, id)).toList())).values());
    }

    /** Keyed hashes by reference, to find an actor by what it goes by without keeping that. */
    public Map<UUID, String> hashes(Collection<UUID> references) {
        var found = new HashMap<UUID, String>();
        jdbc.query("select actor_ref, actor_hash from actor where actor_ref = any (?)",
                row -> {
                    found.put(row.getObject(1, UUID.class), HexFormat.of().formatHex(row.getBytes(2)));
                },
                (Object) references.toArray(UUID[]::new));
        return found;
    }

    /** Those whose ids are kept for {@code year}: nearly always all. */
    private Map<Named, UUID> kept(HashRing ring, Collection<Named> actors, int year) {
        return byHash("select actor_hash, actor_ref from actor join actor_detail using (actor_ref) where actor_hash = any (?) and year = " + year, ring, actors);
    }

    private Map<Named, UUID> known(HashRing ring, Collection<Named> actors) {
        return byHash("select actor_hash, actor_ref from actor where actor_hash = any (?)", ring, actors);
    }

    private Map<Named, UUID> byHash(String sql, HashRing ring, Collection<Named> actors) {
        var byHash = new HashMap<String, Named>();
        actors.forEach(actor -> hashes(ring, actor).forEach(hash -> byHash.put(hash, actor)));
        var found = new HashMap<Named, UUID>();
        hashKeys.find(ring, sql, new Object[] {byHash.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new)},
                row -> found.put(byHash.get(HexFormat.of().formatHex(row.getBytes(1))), row.getObject(2, UUID.class)));
        return found;
    }

    /** The keys actors are found by now. */
    public HashRing ring() {
        return hashKeys.now();
    }

    /** The keyed hashes of what an actor goes by, in hex, with every key of the ring. */
    public static List<String> hashes(HashRing ring, Named actor) {
        return Stream.concat(Stream.of(hash(ring, actor)), ring.older(actor.source(), actor.id()).stream()).toList();
    }

    private static String hash(HashRing ring, Named actor) {
        return ring.hash(actor.source(), actor.id());
    }
}
