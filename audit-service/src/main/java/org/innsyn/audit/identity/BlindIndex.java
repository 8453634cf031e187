package org.innsyn.audit.identity;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keyed hashes of identifiers and the ledgers they lead to. Takes part in the caller's transaction. */
final class BlindIndex {

    /** An identifier's place in the index. */
    record Key(String type, String hash) implements Comparable<Key> {
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

    private final JdbcTemplate jdbc;
    private final KeyedHash hash;

    BlindIndex(JdbcTemplate jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    Key key(Identifier identifier) {
        var type = type(identifier.type());
        return new Key(type, HexFormat.of().formatHex(hash.of(type, normal(identifier))));
    }

    static String type(IdentifierType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same address written in two ways is the same address: case and blanks are not what tells people apart. */
    private static String normal(Identifier identifier) {
        var value = identifier.value().strip();
        return switch (identifier.type()) {
            case EMAIL -> value.toLowerCase(Locale.ROOT);
            case PHONE -> value.replaceAll("[\\s().-]", "");
            case ACCOUNT, CUSTOMER_NUMBER -> value;
        };
    }

    List<Line> lines(Collection<Key> keys) {
        var hashes = keys.stream().map(Key::bytes).toArray(byte[][]::new);
        return jdbc.query("select type, hash, ledger_id, suppressed from blind_index where hash = any (?)",
                (row, i) -> new Line(new Key(row.getString(1), HexFormat.of().formatHex(row.getBytes(2))),
                        new LedgerId(row.getObject(3, UUID.class)), row.getBoolean(4)),
                (Object) hashes);
    }

    /**
     * Adds lines that are not there; waits for other transactions that are adding the same.
     *
     * @return keys that another transaction has claimed, and committed, meanwhile
     */
    Set<Key> claim(Collection<Line> lines) {
        var ordered = lines.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
        var lost = ordered.stream().map(Line::key).collect(Collectors.toCollection(TreeSet::new));
        // One statement: the driver does not say which rows of a rewritten batch were there already.
        jdbc.query("insert into blind_index (type, hash, ledger_id) select * from unnest(?, ?, ?) on conflict do nothing returning type, hash",
                row -> {
                    lost.remove(new Key(row.getString(1), HexFormat.of().formatHex(row.getBytes(2))));
                },
                ordered.stream().map(line -> line.key().type()).toArray(String[]::new),
                ordered.stream().map(line -> line.key().bytes()).toArray(byte[][]::new),
                ordered.stream().map(line -> line.ledger().value()).toArray(UUID[]::new));
        return lost;
    }

    /** Makes {@code keys} the only verified ones of {@code ledger}. */
    void replaceVerified(LedgerId ledger, Collection<Key> keys) {
        jdbc.update("delete from blind_index where ledger_id = ? and type in ('email', 'phone') and not (hash = any (?))",
                ledger.value(), keys.stream().map(Key::bytes).toArray(byte[][]::new));
        jdbc.batchUpdate("insert into blind_index (type, hash, ledger_id) values (?, ?, ?) on conflict do nothing",
                keys.stream().sorted().map(key -> new Object[] {key.type(), key.bytes(), ledger.value()}).toList());
    }

    /** Lets every identifier of the ledger lead to nobody any more, so that a later report cannot bring the person back. */
    int suppress(LedgerId ledger) {
        return jdbc.update("update blind_index set suppressed = true where ledger_id = ? and not suppressed", ledger.value());
    }

    /** Somebody else was faster; the unit of work is to be run again and will find their ledger. */
    static final class ClaimedElsewhere extends RuntimeException {
        ClaimedElsewhere() {
            super("an identifier was claimed by another transaction");
        }
    }
}
