package org.innsyn.audit.hashing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.innsyn.platform.crypto.KeyedHash;

/**
 * The keys something may be hashed with now. New rows are hashed with the current one; older ones are tried in turn while rows hashed with
 * them are left. Two rings are the same when they hold the same keys.
 */
public final class HashRing {

    private final int current;
    private final SortedMap<Integer, KeyedHash> keys;

    /** @param keys by number, the current one among them */
    HashRing(int current, SortedMap<Integer, KeyedHash> keys) {
        this.current = current;
        this.keys = keys;
    }

    /** The number of the key that new rows are hashed with. */
    public int current() {
        return current;
    }

    /** Numbers of the others, oldest first; nearly always none. */
    public List<Integer> olderNumbers() {
        return keys.keySet().stream().filter(number -> number != current).toList();
    }

    /** The 32-byte hash with the ring's key of this number. */
    public byte[] of(int number, byte[]... parts) {
        return keys.get(number).of(parts);
    }

    /** In hex, with the current key. */
    public String hash(String... parts) {
        return hex(keys.get(current).of(parts));
    }

    /** In hex, with every older key that rows may still be hashed with; nearly always none. */
    public List<String> older(String... parts) {
        if (keys.size() == 1) {
            return List.of();
        }
        var older = new ArrayList<String>();
        keys.forEach((number, key) -> {
            if (number != current) {
                older.add(hex(key.of(parts)));
            }
        });
        return older;
    }

    /** Whether this row's hash, made with key {@code number}, is of these parts. */
    public boolean matches(int number, byte[] hash, String... parts) {
        return keys.containsKey(number) && Arrays.equals(keys.get(number).of(parts), hash);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashRing ring && ring.current == current && ring.keys.keySet().equals(keys.keySet());
    }

    @Override
    public int hashCode() {
        return keys.keySet().hashCode();
    }
}
