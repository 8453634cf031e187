package org.innsyn.audit.oversight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.audit.continuity.Span;
import org.innsyn.audit.oversight.FindingId;
import org.innsyn.audit.oversight.Missing;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.schemas.oversight.Unreported;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which ranges findings name, beside what is missing now. */
final class MissingRows {

    private final JdbcTemplate jdbc;

    MissingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A range, and what is to be compared with it.
     *
     * @param finding which names it; null while none does
     * @param read empty for numbers that were skipped
     */
    record Range(@Nullable UUID finding, String source, String read, Span span, Instant noticedAt) {

        private static Range of(ResultSet row, @Nullable UUID finding) throws SQLException {
            return new Range(finding, row.getString("source"), row.getString("read"), new Span(row.getLong("first"), row.getLong("last")),
                    row.getTimestamp("noticed_at").toInstant());
        }

        List<Missing> missing(Collection<Span> spans) {
            return spans.stream().map(each -> new Missing(read.isEmpty() ? null : read, each.first(), each.last(), noticedAt)).toList();
        }
    }

    /** One process at a time compares; the others leave it to it. */
    boolean lock() {
        return jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtext('innsyn.missing-reports'))", Boolean.class);
    }

    /** Named ranges of which something is not missing any more. */
    List<Range> come(int limit) {
        return jdbc.query("""
                select * from finding_missing n where arrived_at is null
                   and not exists (select 1 from missing_now m where m.source = n.source and m.read = n.read and m.first = n.first and m.last = n.last)
                   and (read = '' or not exists (
                       select 1 from missing_now m where m.source = n.source and m.read = n.read and m.first <= n.first and m.last >= n.last))
                 order by finding_id, first limit ?""",
                (row, i) -> Range.of(row, row.getObject("finding_id", UUID.class)), limit);
    }

    /** Ranges noticed before {@code before} that no finding names, or not wholly. */
    List<Range> unnamed(Instant before, int limit) {
        return jdbc.query("""
                select * from missing_now m where noticed_at < ?
                   and not exists (select 1 from finding_missing n
                                    where arrived_at is null and n.source = m.source and n.read = m.read and n.first = m.first and n.last = m.last)
                   and not coalesce((select range_agg(int8range(n.first, n.last, '[]')) from finding_missing n
                                      where arrived_at is null and n.source = m.source and n.read = m.read and n.first <= m.last and n.last >= m.first),
                                    '{}') @> int8range(m.first, m.last, '[]')
                 order by noticed_at, source, read, first limit ?""",
                (row, i) -> Range.of(row, null), Timestamp.from(before), limit);
    }

    /** What of this range is missing now. */
    List<Span> missing(Range range) {
        return spans("missing_now where", range);
    }

    /** What of this range a finding names already. */
    List<Span> named(Range range) {
        return spans("finding_missing where arrived_at is null and", range);
    }

    private List<Span> spans(String where, Range range) {
        return jdbc.query("select first, last from " + where + " source = ? and read = ? and first <= ? and last >= ?",
                (row, i) -> new Span(row.getLong(1), row.getLong(2)), range.source(), range.read(), range.span().last(), range.span().first());
    }

    void name(FindingId finding, Range range, Collection<Span> spans, @Nullable Instant arrivedAt) {
        jdbc.batchUpdate("insert into finding_missing (finding_id, source, read, first, last, noticed_at, arrived_at) values (?, ?, ?, ?, ?, ?, ?)",
                spans.stream().map(span -> new Object[] {finding.value(), range.source(), range.read(), span.first(), span.last(),
                        Timestamp.from(range.noticedAt()), arrivedAt == null ? null : Timestamp.from(arrivedAt)}).toList());
    }

    void forget(Range named) {
        jdbc.update("delete from finding_missing where source = ? and read = ? and first = ? and arrived_at is null", named.source(), named.read(), named.span().first());
    }

    /** From where to where something is or was missing, how much is, how much came, and of how many reads. */
    Map<String, Long> figures(FindingId finding) {
        return jdbc.queryForObject("""
                select min(first), max(last), coalesce(sum(last - first + 1) filter (where arrived_at is null), 0),
                       coalesce(sum(last - first + 1) filter (where arrived_at is not null), 0), count(distinct read) filter (where read <> '')
                  from finding_missing where finding_id = ?""",
                (row, i) -> {
                    var figures = new HashMap<>(Map.of("first", row.getLong(1), "last", row.getLong(2), "missing", row.getLong(3), "arrived", row.getLong(4)));
                    if (row.getLong(5) > 0) {
                        figures.put("reads", row.getLong(5));
                    }
                    return Map.copyOf(figures);
                }, finding.value());
    }

    /** What each of these findings names, what is missing before what came; findings that name nothing are absent. */
    Map<UUID, List<Unreported>> of(Collection<UUID> findings) {
        var found = new HashMap<UUID, List<Unreported>>();
        jdbc.query("""
                select m.* from unnest(?) as f (finding_id), lateral (
                       select * from finding_missing each where each.finding_id = f.finding_id
                        order by arrived_at is not null, read, first limit ?) m""",
                row -> {
                    found.computeIfAbsent(row.getObject("finding_id", UUID.class), none -> new ArrayList<>()).add(new Unreported(
                            row.getString("read").isEmpty() ? null : row.getString("read"), row.getLong("first"), row.getLong("last"),
                            row.getTimestamp("noticed_at").toInstant(), Optional.ofNullable(row.getTimestamp("arrived_at")).map(Timestamp::toInstant).orElse(null)));
                },
                findings.toArray(UUID[]::new), FindingView.MAX_UNREPORTED);
        return found;
    }
}
