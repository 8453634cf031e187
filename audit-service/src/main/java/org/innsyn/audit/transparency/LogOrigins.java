package org.innsyn.audit.transparency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.NoteKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Under which names the log went: a log that lost what it signed for goes on under another name and key. */
public final class LogOrigins {

    /**
     * A name of the log.
     *
     * @param generation from 1
     * @param firstLeaf names the predecessor; null for the first
     * @param carried how many of the predecessor's leaves follow it
     */
    public record Origin(int generation, String name, byte @Nullable [] firstLeaf, long carried) {}

    private final JdbcTemplate jdbc;

    public LogOrigins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, the first one first; empty before the first start. */
    public List<Origin> all() {
        return jdbc.query("select generation, origin, first_leaf, carried from log_origin order by generation",
                (row, i) -> new Origin(row.getInt(1), row.getString(2), row.getBytes(3), row.getLong(4)));
    }

    /** The log's name now. */
    public Origin current() {
        return all().getLast();
    }

    /** The name of a later generation. */
    public static String name(String first, int generation) {
        return generation == 1 ? first : first + "/" + generation;
    }

    /** Adds the row of an origin, unless it is there. */
    void add(int generation, String origin, byte @Nullable [] firstLeaf, long carried, Instant at) {
        jdbc.update("insert into log_origin (generation, origin, first_leaf, carried, opened_at) values (?, ?, ?, ?, ?) on conflict (generation) do nothing",
                generation, origin, firstLeaf, carried, Timestamp.from(at));
    }

    /** The first of the log's keys under this name. Each name has a key of its own: what one key vouches for is one log. */
    public static NoteKey key(KeyFolder keys, Origin origin) {
        return new NoteKey(origin.name(), keys.getOrCreate(keyId("log", origin.generation(), 1)));
    }

    /** Secrets of a log end with its name. */
    static String keyId(String purpose, int generation, int number) {
        return generation == 1 ? "%s-%06d".formatted(purpose, number) : "%s-%d-%06d".formatted(purpose, generation, number);
    }
}
