package org.innsyn.audit.ledger.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.audit.hashing.HashRotation;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hashes actors anew from the id they go by and the sources there are. One whose id ended with its year stays as it is, until reported again. */
final class ActorRows implements HashRotation.Rows {

    /** Every source that reported, found by leaps over the primary key, and those that are none. */
    private static final String SOURCES = """
            with recursive each as (
                select (select min(source) from reported_event) as source
                union all
                select (select min(source) from reported_event where source > each.source) from each where each.source is not null)
            select source from each where source is not null""";

    private final JdbcTemplate jdbc;
    private final Actors actors;

    ActorRows(JdbcTemplate jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    @Override
    public List<UUID> behind(int current, UUID after, int limit) {
        return jdbc.queryForList("select actor_ref from actor where key_number <> ? and actor_ref > ? order by actor_ref limit ?", UUID.class, current, after, limit);
    }

    @Override
    public int move(UUID owner, HashRing ring) {
        var id = actors.ids(List.of(owner)).get(owner);
        if (id == null) {
            return 0;
        }
        record Row(byte[] hash, int number) {}
        var row = jdbc.query("select actor_hash, key_number from actor where actor_ref = ? for update", (each, i) -> new Row(each.getBytes(1), each.getInt(2)), owner).getFirst();
        return sources().stream().filter(source -> ring.matches(row.number(), row.hash(), source, id)).findFirst()
                .map(source -> jdbc.update("update actor set actor_hash = ?, key_number = ? where actor_ref = ?", HexFormat.of().parseHex(ring.hash(source, id)), ring.current(), owner))
                .orElse(0);
    }

    private List<String> sources() {
        var sources = new ArrayList<>(List.of(Actors.DIRECTORY, Actors.THIS_SERVICE));
        sources.addAll(jdbc.queryForList(SOURCES, String.class));
        return sources;
    }

    @Override
    public long count(int number) {
        return jdbc.queryForObject("select count(*) from actor where key_number = ?", Long.class, number);
    }
}
