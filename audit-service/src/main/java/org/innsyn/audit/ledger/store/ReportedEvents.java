package org.innsyn.audit.ledger.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.audit.hashing.HashRotation;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which reports were recorded, by keyed hashes, so that a report that comes again is recognised, also after the keys have changed. */
final class ReportedEvents implements HashRotation.Rows {

    private static final int COUNTED = 10_000;

    private final JdbcTemplate jdbc;
    private final HashKeys keys;

    ReportedEvents(JdbcTemplate jdbc, HashKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Claims what was not reported before; waits for another transaction that is claiming the same, and lets the keys not change until this
     * one ends.
     *
     * @param by the keys that were seen last
     * @return for each access, in order: {@link Outcome#RECORDED} when it is to be recorded now
     * @throws HashKeys.Changed when they are not the keys any more
     */
    List<Outcome> claim(List<ReportedAccess> accesses, ReportKeys by, Instant now) {
        // Whoever used an older key has ended before it became one: what is not found by it now will not be there later.
        var before = by.older().isEmpty() ? Map.<ReportedAccess, Outcome>of() : before(accesses, by);
        var ordered = accesses.stream().filter(access -> !before.containsKey(access))
                .sorted(Comparator.comparing(ReportedAccess::source).thenComparing(access -> access.print().with(by).id(), Arrays::compareUnsigned)).toList();
        var sources = ordered.stream().map(ReportedAccess::source).toArray(String[]::new);
        var ids = ordered.stream().map(access -> access.print().with(by).id()).toArray(byte[][]::new);
        var contents = ordered.stream().map(access -> access.print().with(by).content()).toArray(byte[][]::new);
        var claimed = new HashMap<String, String>();
        keys.add(by.ids(), """
                insert into reported_event (source, id_hash, content_hash, recorded_at, key_number)
                select source, id_hash, content_hash, ?, ? from unnest(?, ?, ?) as reported (source, id_hash, content_hash)
                on conflict do nothing returning source, id_hash, content_hash""",
                new Object[] {Timestamp.from(now), by.current(), sources, ids, contents},
                row -> claimed.put(name(row.getString(1), row.getBytes(2)), hex(row.getBytes(3))));
        var known = new HashMap<String, String>();
        if (claimed.size() < ordered.size()) {
            known.putAll(contents(sources, ids));
        }
        return outcomes(accesses, by, before, claimed, known);
    }

    /** What came before the keys changed. */
    private Map<ReportedAccess, Outcome> before(List<ReportedAccess> accesses, ReportKeys by) {
        var sources = new ArrayList<String>();
        var ids = new ArrayList<byte[]>();
        for (var access : accesses) {
            access.print().older(by).forEach(hashes -> {
                sources.add(access.source());
                ids.add(hashes.id());
            });
        }
        var known = contents(sources.toArray(String[]::new), ids.toArray(byte[][]::new));
        var outcomes = new HashMap<ReportedAccess, Outcome>();
        for (var access : accesses) {
            for (var hashes : access.print().older(by)) {
                var content = known.get(name(access.source(), hashes.id()));
                if (content != null) {
                    outcomes.put(access, content.equals(hex(hashes.content())) ? Outcome.DUPLICATE : Outcome.CONFLICT);
                }
            }
        }
        return outcomes;
    }

    private Map<String, String> contents(String[] sources, byte[][] ids) {
        var known = new HashMap<String, String>();
        jdbc.query("""
                select source, id_hash, content_hash from reported_event
                 where (source, id_hash) in (select * from unnest(?, ?))""",
                row -> {
                    known.put(name(row.getString(1), row.getBytes(2)), hex(row.getBytes(3)));
                },
                sources, ids);
        return known;
    }

    /** The first of a name in the batch is recorded if it was claimed; whatever follows is compared with it. */
    private static List<Outcome> outcomes(List<ReportedAccess> accesses, ReportKeys by, Map<ReportedAccess, Outcome> before, Map<String, String> claimed,
            Map<String, String> known) {
        var outcomes = new ArrayList<Outcome>(accesses.size());
        for (var access : accesses) {
            var hashes = access.print().with(by);
            var content = hex(hashes.content());
            var name = name(access.source(), hashes.id());
            if (before.containsKey(access)) {
                outcomes.add(before.get(access));
            } else if (content.equals(claimed.get(name))) {
                known.put(name, claimed.remove(name));
                outcomes.add(Outcome.RECORDED);
            } else {
                var first = known.getOrDefault(name, claimed.get(name));
                outcomes.add(content.equals(first) ? Outcome.DUPLICATE : Outcome.CONFLICT);
            }
        }
        return outcomes;
    }

    /** None: what reports said is not kept. Their hashes end with their time. */
    @Override
    public List<UUID> behind(int current, UUID after, int limit) {
        return List.of();
    }

    @Override
    public int move(UUID owner, HashRing ring) {
        return 0;
    }

    /** Counted to {@value #COUNTED} and no further: there may be a hundred million. */
    @Override
    public long count(int number) {
        return jdbc.queryForObject("""
                select (select count(*) from (select from reported_event where key_number = ? limit %1$d) as reports)
                     + (select count(*) from (select from bulk_read where key_number = ? limit %1$d) as reads)""".formatted(COUNTED), Long.class, number, number);
    }

    private static String name(String source, byte[] id) {
        return source + ' ' + hex(id);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
