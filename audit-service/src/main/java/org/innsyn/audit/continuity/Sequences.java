package org.innsyn.audit.continuity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** From where to where each source has counted, and the gaps in between. A source that skips nothing costs one update a unit of work. */
final class Sequences {

    private static final RowMapper<SequenceGap> GAP = (row, i) -> new SequenceGap(
            row.getString("source"), new Span(row.getLong("first"), row.getLong("last")), row.getTimestamp("noticed_at").toInstant());

    private final JdbcTemplate jdbc;

    Sequences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seen in order, at least one */
    void see(String source, List<Span> seen, Instant now) {
        var all = new Span(seen.getFirst().first(), seen.getLast().last());
        var known = widen(source, all);
        var opened = new ArrayList<Span>();
        if (all.last() > known.last()) {
            opened.addAll(new Span(known.last() + 1, all.last()).without(seen));
        }
        if (all.first() < known.first()) {
            opened.addAll(new Span(all.first(), known.first() - 1).without(seen));
        }
        if (all.first() <= known.last()) {
            fill(source, all, seen);
        }
        insert(source, opened, Timestamp.from(now));
    }

    /** Holds the source's row from here on; returns from where to where it had counted before, at the first time what it counts from now. */
    private Span widen(String source, Span all) {
        int made = jdbc.update("insert into source_sequence (source, lowest, highest) values (?, ?, ?) on conflict do nothing", source, all.first(), all.first());
        var known = made == 1
                ? new Span(all.first(), all.first())
                : jdbc.queryForObject("select lowest, highest from source_sequence where source = ? for update",
                        (row, i) -> new Span(row.getLong(1), row.getLong(2)), source);
        jdbc.update("update source_sequence set lowest = least(lowest, ?), highest = greatest(highest, ?) where source = ?", all.first(), all.last(), source);
        return known;
    }

    /** What is left of a gap is as old as the gap was. */
    private void fill(String source, Span all, List<Span> seen) {
        var met = jdbc.query("select source, first, last, noticed_at from sequence_gap where source = ? and first <= ? and last >= ?",
                GAP, source, all.last(), all.first());
        for (var gap : met) {
            if (seen.stream().anyMatch(gap.numbers()::meets)) {
                jdbc.update("delete from sequence_gap where source = ? and first = ?", source, gap.numbers().first());
                insert(source, gap.numbers().without(seen), Timestamp.from(gap.noticedAt()));
            }
        }
    }

    private void insert(String source, List<Span> gaps, Timestamp noticedAt) {
        if (!gaps.isEmpty()) {
            jdbc.batchUpdate("insert into sequence_gap (source, first, last, noticed_at) values (?, ?, ?, ?)",
                    gaps.stream().map(gap -> new Object[] {source, gap.first(), gap.last(), noticedAt}).toList());
        }
    }

    List<SequenceGap> gapsNoticedBefore(Instant before, int limit) {
        return jdbc.query("select source, first, last, noticed_at from sequence_gap where noticed_at < ? order by noticed_at, source, first limit ?",
                GAP, Timestamp.from(before), limit);
    }
}
