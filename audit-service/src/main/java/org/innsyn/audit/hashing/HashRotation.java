package org.innsyn.audit.hashing;

import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves what is hashed with retired keys to the current one, from what the vault knows, a few owners in a transaction:
 * interrupted anywhere, it goes on when called again. What the vault cannot tell stays and is tried in turn; a key with which nothing is
 * hashed any more ends.
 */
public final class HashRotation {

    private static final int PAGE = 200;
    /** How many owners are held at once; a report about one of them waits for so long. */
    private static final int AT_ONCE = 10;
    private static final UUID FIRST = new UUID(0, 0);

    /** The rows of one kind of hashes. */
    public interface Rows {

        /** Owners of rows that can move and are hashed with another key than {@code current}, in order. */
        List<UUID> behind(int current, UUID after, int limit);

        /** Moves what it can of one owner's rows; returns how many. In the caller's transaction, where owners come in order. */
        int move(UUID owner, HashRing ring);

        /** How many rows are hashed with this key. */
        long count(int number);
    }

    private final HashKeys keys;
    private final Rows rows;
    private final TransactionTemplate transaction;

    public HashRotation(HashKeys keys, Rows rows, TransactionTemplate transaction) {
        this.keys = keys;
        this.rows = rows;
        this.transaction = transaction;
    }

    Rows rows() {
        return rows;
    }

    public String name() {
        return keys.name();
    }

    /** A new key, and everything that can move moved to it. */
    public void rotate() {
        transaction.executeWithoutResult(status -> keys.rotate());
        finish();
    }

    /** Goes on with what an earlier rotation left; does nothing when no key is retired. */
    public void finish() {
        if (!keys.retired().isEmpty()) {
            move();
            for (int number : keys.retired()) {
                // Nobody adds rows with a retired key: a count of none stays none.
                if (rows.count(number) == 0) {
                    transaction.executeWithoutResult(status -> keys.end(number));
                }
            }
        }
        keys.removeEnded();
    }

    private void move() {
        var ring = keys.now();
        var after = FIRST;
        for (var page = rows.behind(ring.current(), after, PAGE); !page.isEmpty(); page = rows.behind(ring.current(), after, PAGE)) {
            for (int from = 0; from < page.size(); from += AT_ONCE) {
                var owners = page.subList(from, Math.min(page.size(), from + AT_ONCE));
                transaction.executeWithoutResult(status -> owners.forEach(owner -> rows.move(owner, ring)));
            }
            after = page.getLast();
        }
    }

    /** How many rows each retired key still finds. */
    public List<Left> left() {
        return keys.retired().stream().map(number -> new Left(number, rows.count(number))).toList();
    }

    /** The current key's number. */
    public int current() {
        return keys.now().current();
    }

    /** @param rows hashed with key {@code number} */
    public record Left(int number, long rows) {}
}
