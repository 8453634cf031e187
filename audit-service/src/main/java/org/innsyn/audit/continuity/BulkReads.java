package org.innsyn.audit.continuity;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.innsyn.platform.crypto.KeyedHash;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which parts have come of reads that were too large for one report. */
final class BulkReads {

    private static final String MISSING = "int4multirange(int4range(1, parts, '[]')) - seen";

    private final JdbcTemplate jdbc;
    private final KeyedHash hash;

    BulkReads(JdbcTemplate jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    private record Read(String source, String id) implements Comparable<Read> {
        @Override
        public int compareTo(Read other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : id.compareTo(other.id);
        }
    }

    /** Where parts disagree about how many there are, the larger number stands, and what it lacks is missing. */
    void see(List<Sighting> sightings, Instant now) {
        var reads = sightings.stream().collect(groupingBy(each -> new Read(each.source(), each.bulk().id()), TreeMap::new, Collectors.toList()));
        if (reads.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Object[]>();
        reads.forEach((read, parts) -> {
            var seen = Span.of(parts.stream().map(each -> (long) each.bulk().part()).toList()).stream()
                    .map(span -> "[" + span.first() + "," + span.last() + "]").collect(Collectors.joining(",", "{", "}"));
            int of = parts.stream().mapToInt(each -> each.bulk().of()).max().orElseThrow();
            rows.add(new Object[] {read.source(), hash.of(read.source(), read.id()), of, seen, Timestamp.from(now), seen, of});
        });
        jdbc.batchUpdate("""
                insert into bulk_read (source, id_hash, parts, seen, begun_at, complete)
                values (?, ?, ?, ?::int4multirange, ?, ?::int4multirange @> int4range(1, ?, '[]'))
                on conflict (source, id_hash) do update
                   set parts = greatest(bulk_read.parts, excluded.parts), seen = bulk_read.seen + excluded.seen,
                       complete = bulk_read.seen + excluded.seen @> int4range(1, greatest(bulk_read.parts, excluded.parts), '[]')""", rows);
    }

    List<IncompleteRead> incompleteBegunBefore(Instant before, int limit) {
        return jdbc.query("""
                select source, encode(id_hash, 'hex') as read, parts, begun_at,
                       array(select lower(span)::bigint from unnest(%1$s) as span) as firsts, array(select upper(span) - 1::bigint from unnest(%1$s) as span) as lasts
                  from bulk_read where not complete and begun_at < ? order by begun_at, source, id_hash limit ?""".formatted(MISSING),
                (row, i) -> {
                    var firsts = (Long[]) row.getArray("firsts").getArray();
                    var lasts = (Long[]) row.getArray("lasts").getArray();
                    var missing = new ArrayList<Span>();
                    for (int each = 0; each < firsts.length; each++) {
                        missing.add(new Span(firsts[each], lasts[each]));
                    }
                    return new IncompleteRead(row.getString("source"), row.getString("read"), row.getInt("parts"), List.copyOf(missing),
                            row.getTimestamp("begun_at").toInstant());
                },
                Timestamp.from(before), limit);
    }
}
