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
import org.springframework.jdbc.core.JdbcTemplate;

/** Which reports were recorded, by keyed hashes, so that a report that comes again is recognised. */
final class ReportedEvents {

    private final JdbcTemplate jdbc;

    ReportedEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims what was not reported before; waits for another transaction that is claiming the same.
     *
     * @return for each access, in order: {@link Outcome#RECORDED} when it is to be recorded now
     */
    List<Outcome> claim(List<ReportedAccess> accesses, Instant now) {
        var ordered = accesses.stream().sorted(Comparator.comparing(ReportedAccess::source).thenComparing(ReportedAccess::idHash, Arrays::compareUnsigned)).toList();
        var sources = ordered.stream().map(ReportedAccess::source).toArray(String[]::new);
        var ids = ordered.stream().map(ReportedAccess::idHash).toArray(byte[][]::new);
        var contents = ordered.stream().map(ReportedAccess::contentHash).toArray(byte[][]::new);
        var claimed = new HashMap<String, String>();
        jdbc.query("""
                insert into reported_event (source, id_hash, content_hash, recorded_at)
                select source, id_hash, content_hash, ? from unnest(?, ?, ?) as reported (source, id_hash, content_hash)
                on conflict do nothing returning source, id_hash, content_hash""",
                row -> {
                    claimed.put(name(row.getString(1), row.getBytes(2)), hex(row.getBytes(3)));
                },
                Timestamp.from(now), sources, ids, contents);
        var known = new HashMap<String, String>();
        if (claimed.size() < ordered.size()) {
            jdbc.query("""
                    select source, id_hash, content_hash from reported_event
                     where (source, id_hash) in (select * from unnest(?, ?))""",
                    row -> {
                        known.put(name(row.getString(1), row.getBytes(2)), hex(row.getBytes(3)));
                    },
                    sources, ids);
        }
        return outcomes(accesses, claimed, known);
    }

    /** The first of a name in the batch is recorded if it was claimed; whatever follows is compared with it. */
    private static List<Outcome> outcomes(List<ReportedAccess> accesses, Map<String, String> claimed, Map<String, String> known) {
        var outcomes = new ArrayList<Outcome>(accesses.size());
        for (var access : accesses) {
            var content = hex(access.contentHash());
            var name = name(access.source(), access.idHash());
            if (content.equals(claimed.get(name))) {
                known.put(name, claimed.remove(name));
                outcomes.add(Outcome.RECORDED);
            } else {
                var before = known.getOrDefault(name, claimed.get(name));
                outcomes.add(content.equals(before) ? Outcome.DUPLICATE : Outcome.CONFLICT);
            }
        }
        return outcomes;
    }

    private static String name(String source, byte[] id) {
        return source + ' ' + hex(id);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
