package org.innsyn.audit.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.audit.identity.Identities.Suppressed;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keyed hashes of identifiers and the ledgers they lead to. Takes part in the caller's transaction. */
final class BlindIndex {

    /**
     * An identifier's place in the index.
     *
     * @param hash in hex, with the current key
     * @param older the same with keys that rows may still be hashed with
     */
    record Key(String type, String hash, List<String> older) implements Comparable<Key> {
        Key(String type, String hash) {
            this(type, hash, List.of());
        }

        /** By where it stands now. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.type.equals(type) && key.hash.equals(hash);
        }

        @Override
        public int hashCode() {
            return hash.hashCode();
        }

        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : hash.compareTo(other.hash);
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hash);
        }
    }

    /** One line of the index. */
    record Line(Key key, LedgerId ledger, boolean suppressed) {}

    /** What a line stands under that nobody asked for: another type with the same hash. */
    private static final Key NOWHERE = new Key("", "");

    private final JdbcTemplate jdbc;
    private final HashKeys hashKeys;

    BlindIndex(JdbcTemplate jdbc, HashKeys hashKeys) {
        this.jdbc = jdbc;
        this.hashKeys = hashKeys;
    }

    /** The keys to look up and add by: whoever does is told when they are not the keys any more. */
    HashRing ring() {
        return hashKeys.seen();
    }

    /** The keys as the caller's transaction sees them. */
    HashRing ringNow() {
        return hashKeys.now();
    }

    /** Looks something up, again when the keys change meanwhile. */
    <T> T lookUp(Function<HashRing, T> look) {
        return hashKeys.lookUp(look);
    }

    static Key key(HashRing ring, Identifier identifier) {
        var type = type(identifier.type());
        var value = normal(identifier);
        return new Key(type, ring.hash(type, value), ring.older(type, value));
    }

    static String type(IdentifierType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same address written in two ways is the same address: case and blanks are not what tells people apart. */
    static String normal(Identifier identifier) {
        var value = identifier.value().strip();
        return switch (identifier.type()) {
            case EMAIL -> value.toLowerCase(Locale.ROOT);
            case PHONE -> value.replaceAll("[\\s().-]", "");
            case ACCOUNT, CUSTOMER_NUMBER -> value;
        };
    }

    /**
     * Lines of these keys, under their current place whichever key they are hashed with.
     *
     * @throws HashKeys.Changed when the keys are not {@code ring}'s any more: they may stand elsewhere
     */
    List<Line> lines(HashRing ring, Collection<Key> keys) {
        var places = new HashMap<Key, Key>();
        keys.forEach(key -> Stream.concat(Stream.of(key.hash()), key.older().stream()).forEach(hash -> places.put(new Key(key.type(), hash), key)));
        // With their types, so that the index on both is used; what else that finds is nobody's key.
        var lines = new ArrayList<Line>();
        hashKeys.find(ring, "select type, hash, ledger_id, suppressed from blind_index where type = any (?) and hash = any (?)",
                new Object[] {keys.stream().map(Key::type).distinct().toArray(String[]::new), places.keySet().stream().map(Key::bytes).toArray(byte[][]::new)},
                row -> lines.add(new Line(places.getOrDefault(new Key(row.getString(1), HexFormat.of().formatHex(row.getBytes(2))), NOWHERE),
                        new LedgerId(row.getObject(3, UUID.class)), row.getBoolean(4))));
        if (lines.stream().map(Line::key).distinct().count() < keys.size()) {
            // Some may have moved while they were looked for.
            hashKeys.require(ring);
        }
        return lines.stream().filter(line -> line.key() != NOWHERE).toList();
    }

    /**
     * Adds lines that are not there; waits for other transactions that are adding the same.
     *
     * @return keys that another transaction has claimed, and committed, meanwhile
     */
    Set<Key> claim(HashRing ring, Collection<Line> lines) {
        hashKeys.hold(ring);
        var ordered = lines.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
        var lost = ordered.stream().map(Line::key).collect(Collectors.toCollection(TreeSet::new));
        // One statement: the driver does not say which rows of a rewritten batch were there already.
        jdbc.query("insert into blind_index (type, hash, ledger_id, key_number) select *, ? from unnest(?, ?, ?) on conflict do nothing returning type, hash",
                row -> {
                    lost.remove(new Key(row.getString(1), HexFormat.of().formatHex(row.getBytes(2))));
                },
                ring.current(), ordered.stream().map(line -> line.key().type()).toArray(String[]::new),
                ordered.stream().map(line -> line.key().bytes()).toArray(byte[][]::new),
                ordered.stream().map(line -> line.ledger().value()).toArray(UUID[]::new));
        return lost;
    }

    /** Makes {@code keys} the only verified ones of {@code ledger}. */
    void replaceVerified(HashRing ring, LedgerId ledger, Collection<Key> keys) {
        hashKeys.hold(ring);
        jdbc.update("delete from blind_index where ledger_id = ? and type in ('email', 'phone') and not (hash = any (?))",
                ledger.value(), keys.stream().map(Key::bytes).toArray(byte[][]::new));
        jdbc.batchUpdate("insert into blind_index (type, hash, ledger_id, key_number) values (?, ?, ?, ?) on conflict do nothing",
                keys.stream().sorted().map(key -> new Object[] {key.type(), key.bytes(), ledger.value(), ring.current()}).toList());
    }

    /** A line hashed with an older key. */
    record OldLine(String type, byte[] hash, int number) {

        boolean isOf(HashRing ring, Identifier identifier) {
            return type.equals(BlindIndex.type(identifier.type())) && ring.matches(number, hash, type, normal(identifier));
        }
    }

    /** The ledger's lines that are hashed with another key than the ring's current one and lead to somebody. */
    List<OldLine> old(HashRing ring, LedgerId ledger) {
        return jdbc.query("select type, hash, key_number from blind_index where ledger_id = ? and key_number <> ? and not suppressed",
                (row, i) -> new OldLine(row.getString(1), row.getBytes(2), row.getInt(3)), ledger.value(), ring.current());
    }

    /** Hashes a line anew; the caller holds the ledger. */
    void move(HashRing ring, LedgerId ledger, OldLine old, Identifier identifier) {
        jdbc.update("insert into blind_index (type, hash, ledger_id, key_number) values (?, ?, ?, ?) on conflict do nothing",
                old.type(), key(ring, identifier).bytes(), ledger.value(), ring.current());
        jdbc.update("delete from blind_index where type = ? and hash = ? and ledger_id = ?", old.type(), old.hash(), ledger.value());
    }

    /** Lets every identifier of the ledger lead to nobody any more, so that a later report cannot bring the person back. */
    int suppress(LedgerId ledger) {
        return jdbc.update("update blind_index set suppressed = true where ledger_id = ? and not suppressed", ledger.value());
    }

    /** Adds lines that lead to nobody, and lets the keys they were made with be tried, also where the store has forgotten those. */
    void suppress(LedgerId ledger, Collection<Suppressed> lines) {
        lines.stream().map(Suppressed::key).distinct().forEach(hashKeys::tryAgain);
        jdbc.batchUpdate("""
                insert into blind_index (type, hash, ledger_id, suppressed, key_number) values (?, ?, ?, true, ?)
                on conflict (type, hash, ledger_id) do update set suppressed = true""",
                lines.stream().map(line -> new Object[] {line.type(), HexFormat.of().parseHex(line.hash()), ledger.value(), line.key()}).toList());
    }

    /** Somebody else was faster; the unit of work is to be run again and will find their ledger. */
    static final class ClaimedElsewhere extends RuntimeException {
        ClaimedElsewhere() {
            super("an identifier was claimed by another transaction");
        }
    }
}
