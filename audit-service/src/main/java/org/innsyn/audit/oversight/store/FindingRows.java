package org.innsyn.audit.oversight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innsyn.audit.disclosure.store.Names;
import org.innsyn.audit.oversight.FindingHead;
import org.innsyn.audit.oversight.FindingId;
import org.innsyn.audit.oversight.FindingSubject;
import org.innsyn.audit.oversight.Occurrence;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of findings and of the entries they are about. */
final class FindingRows {

    private static final TypeReference<Map<String, Long>> FIGURES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    FindingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding as lists show it. */
    record Row(
            UUID id, long sequence, FindingKind kind, FindingState state, Instant raisedAt, Instant firstAt, Instant lastAt, long occurrences,
            Map<String, Long> figures, @Nullable String source, @Nullable UUID actor, @Nullable String unit, @Nullable String object,
            @Nullable String purpose, @Nullable UUID assignee, @Nullable Conclusion conclusion, @Nullable String reason, @Nullable UUID note,
            @Nullable Instant concludedAt) {}

    /** What to list; empty sets mean everything. */
    record Filter(Set<FindingState> states, Set<FindingKind> kinds, Optional<UUID> assignee) {}

    /** Holds the finding until the transaction ends, whether it exists or not. */
    void lock(FindingId finding) {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, finding.value().getLeastSignificantBits());
    }

    /** Those that are not known to belong to the finding yet. */
    List<Occurrence> unknown(FindingId finding, List<Occurrence> occurrences) {
        var known = new HashSet<>(jdbc.queryForList("select entry_id from finding_entry where finding_id = ? and entry_id = any (?)", UUID.class,
                finding.value(), occurrences.stream().map(Occurrence::entry).toArray(UUID[]::new)));
        return occurrences.stream().filter(each -> !known.contains(each.entry())).toList();
    }

    void add(FindingId finding, List<Occurrence> occurrences) {
        jdbc.batchUpdate("insert into finding_entry (finding_id, entry_id, ledger_id, occurred_at) values (?, ?, ?, ?)",
                occurrences.stream().map(each -> new Object[] {finding.value(), each.entry(), each.ledger(), Timestamp.from(each.occurredAt())}).toList());
    }

    void write(FindingHead head) {
        FindingSubject about = head.about();
        var end = Optional.ofNullable(head.end());
        jdbc.update("""
                insert into finding (finding_id, sequence, kind, state, raised_at, first_at, last_at, occurrences, figures, source, actor, unit, object, purpose,
                                     assignee, conclusion, reason, note, concluded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (finding_id) do update set sequence = excluded.sequence, state = excluded.state, first_at = excluded.first_at,
                       last_at = excluded.last_at, occurrences = excluded.occurrences, figures = excluded.figures, assignee = excluded.assignee,
                       conclusion = excluded.conclusion, reason = excluded.reason, note = excluded.note, concluded_at = excluded.concluded_at""",
                head.id().value(), head.sequence(), word(about.kind()), word(head.state()), Timestamp.from(head.raisedAt()), Timestamp.from(head.firstAt()),
                Timestamp.from(head.lastAt()), head.occurrences(), json.writeValueAsString(head.figures()), about.source(), about.actor(), head.unit(),
                about.object(), about.purpose(), head.assignee(), end.map(each -> word(each.conclusion())).orElse(null),
                end.map(FindingHead.End::reason).orElse(null), end.map(FindingHead.End::note).orElse(null),
                end.map(each -> Timestamp.from(each.at())).orElse(null));
    }

    Optional<Row> find(UUID finding) {
        return jdbc.query("select * from finding where finding_id = ?", (row, i) -> row(row), finding).stream().findFirst();
    }

    /** @param after the last of the page before */
    List<Row> list(Filter filter, Optional<Place> after, int size) {
        var before = after.orElse(new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1)));
        return jdbc.query("select * from finding where " + WHERE + " and (raised_at, finding_id) < (?, ?) order by raised_at desc, finding_id desc limit ?",
                (row, i) -> row(row), with(filter, Timestamp.from(before.raisedAt()), before.finding(), size));
    }

    /** Where a page ends. */
    record Place(Instant raisedAt, UUID finding) {}

    long count(Filter filter) {
        return jdbc.queryForObject("select count(*) from finding where " + WHERE, Long.class, with(filter));
    }

    Map<FindingKind, Long> open() {
        var open = new EnumMap<FindingKind, Long>(FindingKind.class);
        jdbc.query("select kind, count(*) from finding where state = 'open' group by kind", row -> {
            open.put(FindingKind.valueOf(name(row.getString(1))), row.getLong(2));
        });
        return open;
    }

    private static final String WHERE = "(cardinality(?::text[]) = 0 or state = any (?)) and (cardinality(?::text[]) = 0 or kind = any (?)) and (?::uuid is null or assignee = ?)";

    private static Object[] with(Filter filter, Object... more) {
        var states = words(filter.states());
        var kinds = words(filter.kinds());
        var assignee = filter.assignee().orElse(null);
        var all = new ArrayList<@Nullable Object>(Arrays.asList(states, states, kinds, kinds, assignee, assignee));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    private static String[] words(Collection<? extends Enum<?>> values) {
        return values.stream().map(FindingRows::word).toArray(String[]::new);
    }

    /** Entries of the finding, newest first. */
    List<UUID> entries(UUID finding, int size) {
        return jdbc.queryForList("select entry_id from finding_entry where finding_id = ? order by occurred_at desc, entry_id desc limit ?", UUID.class, finding, size);
    }

    /** The newest accesses of the finding. */
    List<Names.Access> accesses(UUID finding, int size) {
        return jdbc.query("select entry_id, ledger_id from finding_entry where finding_id = ? order by occurred_at desc, entry_id desc limit ?",
                (row, i) -> new Names.Access(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), finding, size);
    }

    /** How many open findings are about the ledger. */
    long open(UUID ledger) {
        return jdbc.queryForObject("""
                select count(*) from finding f where f.state = 'open'
                   and exists (select 1 from finding_entry e where e.finding_id = f.finding_id and e.ledger_id = ?)""", Long.class, ledger);
    }

    private Row row(ResultSet row) throws SQLException {
        var conclusion = row.getString("conclusion");
        return new Row(row.getObject("finding_id", UUID.class), row.getLong("sequence"), FindingKind.valueOf(name(row.getString("kind"))),
                FindingState.valueOf(name(row.getString("state"))), row.getTimestamp("raised_at").toInstant(), row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(), row.getLong("occurrences"), json.readValue(row.getString("figures"), FIGURES), row.getString("source"),
                row.getObject("actor", UUID.class), row.getString("unit"), row.getString("object"), row.getString("purpose"), row.getObject("assignee", UUID.class),
                conclusion == null ? null : Conclusion.valueOf(name(conclusion)), row.getString("reason"), row.getObject("note", UUID.class),
                Optional.ofNullable(row.getTimestamp("concluded_at")).map(Timestamp::toInstant).orElse(null));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String name(String word) {
        return word.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
