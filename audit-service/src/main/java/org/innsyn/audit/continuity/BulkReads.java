package org.innsyn.audit.continuity;

import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.innsyn.audit.hashing.HashRing;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which parts have come of reads that were too large for one report. */
final class BulkReads {

    private static final String MISSING = "int4multirange(int4range(1, parts, '[]')) - seen";

    private final JdbcTemplate jdbc;

    BulkReads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Read(String source, String id) implements Comparable<Read> {
        @Override
        public int compareTo(Read other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : id.compareTo(other.id);
        }
    }

    /** A read's name as it is kept, and the number of the key it was hashed with. */
    private record Name(byte[] hash, int number) {}

    /** Where parts disagree about how many there are, the larger number stands, and what it lacks is missing. */
    void see(List<Sighting> sightings, HashRing ring, Instant now) {
        var reads = sightings.stream().collect(groupingBy(each -> new Read(each.source(), each.bulk().id()), TreeMap::new, Collectors.toList()));
        if (reads.isEmpty()) {
            return;
        }
        var names = names(reads.keySet(), ring);
        var rows = new ArrayList<Object[]>();
        reads.forEach((read, parts) -> {
            var seen = Span.of(parts.stream().map(each -> (long) each.bulk().part()).toList()).stream()
                    .map(span -> "[" + span.first() + "," + span.last() + "]").collect(Collectors.joining(",", "{", "}"));
            int of = parts.stream().mapToInt(each -> each.bulk().of()).max().orElseThrow();
            var name = names.get(read);
            rows.add(new Object[] {read.source(), name.hash(), name.number(), of, seen, Timestamp.from(now), seen, of});
        });
        jdbc.batchUpdate("""
                insert into bulk_read (source, id_hash, key_number, parts, seen, begun_at, complete)
                values (?, ?, ?, ?, ?::int4multirange, ?, ?::int4multirange @> int4range(1, ?, '[]'))
                on conflict (source, id_hash) do update
                   set parts = greatest(bulk_read.parts, excluded.parts), seen = bulk_read.seen + excluded.seen,
                       complete = bulk_read.seen + excluded.seen @> int4range(1, greatest(bulk_read.parts, excluded.parts), '[]')""", rows);
    }

    /** A read that began under an older key keeps its name, by which it may have been found incomplete. */
    private Map<Read, Name> names(Set<Read> reads, HashRing ring) {
        var names = new HashMap<Read, Name>();
        reads.forEach(read -> names.put(read, name(read, ring, ring.current())));
        for (int number : ring.olderNumbers()) {
            reads.forEach(read -> {
                var older = name(read, ring, number);
                if (jdbc.queryForObject("select exists (select from bulk_read where source = ? and id_hash = ?)", Boolean.class, read.source(), older.hash())) {
                    names.put(read, older);
                }
            });
        }
        return names;
    }

    private static Name name(Read read, HashRing ring, int number) {
        return new Name(ring.of(number, read.source().getBytes(StandardCharsets.UTF_8), read.id().getBytes(StandardCharsets.UTF_8)), number);
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
