package org.innsyn.audit.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerId;
import org.springframework.jdbc.core.JdbcTemplate;

/** What has ended, as it stands in the database. */
final class RetentionRows {

    private static final String ENTRIES = "from domain_event where aggregate_id = ? and payload_type = 'ledger.AccessRecorded'";
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcTemplate jdbc;

    RetentionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last entry that has ended. */
    record Last(long number, long sequence) {}

    /** Ledgers with live keys of years up to {@code year}, in order. */
    List<LedgerId> ledgers(Optional<LedgerId> after, int year, int limit) {
        return owners("ledger_head h on h.ledger_id", after.map(LedgerId::value).orElse(FIRST), year, limit).stream().map(LedgerId::new).toList();
    }

    /** Actors with live keys of years up to {@code year}, in order. */
    List<UUID> actors(Optional<UUID> after, int year, int limit) {
        return owners("actor a on a.actor_ref", after.orElse(FIRST), year, limit);
    }

    private List<UUID> owners(String table, UUID after, int year, int limit) {
        return jdbc.queryForList("select distinct owner_id from vault_key k join " + table
                + " = k.owner_id where k.year <= ? and k.wrapped is not null and k.owner_id > ? order by owner_id limit ?", UUID.class, year, after, limit);
    }

    /** The last of the ledger's entries before the first one recorded at {@code keptFrom} or later; empty when there is none, or none is left. */
    Optional<Last> last(LedgerId ledger, Instant keptFrom) {
        return jdbc.query("""
                select (convert_from(payload, 'UTF8')::jsonb ->> 'number')::bigint, sequence_number %1$s and sequence_number < coalesce((
                       select sequence_number %1$s and (convert_from(payload, 'UTF8')::jsonb ->> 'recordedAt')::timestamptz >= ?
                        order by sequence_number limit 1), 9223372036854775807)
                 order by sequence_number desc limit 1""".formatted(ENTRIES),
                (row, i) -> new Last(row.getLong(1), row.getLong(2)), ledger.toString(), ledger.toString(), Timestamp.from(keptFrom)).stream().findFirst();
    }

    /** How many of the ledger's entries the newest tree of heads counts. */
    long counted(LedgerId ledger) {
        return jdbc.queryForList("select number from log_head where ledger_id = ?", Long.class, ledger.value()).stream().findFirst().orElse(0L);
    }

    void remember(LedgerId ledger, Last last, int year, Instant at) {
        jdbc.update("""
                insert into ledger_retention (ledger_id, number, sequence, through, expired_at) values (?, ?, ?, ?, ?)
                on conflict (ledger_id) do update set number = excluded.number, sequence = excluded.sequence, through = excluded.through,
                       expired_at = excluded.expired_at, cleaned_at = null""",
                ledger.value(), last.number(), last.sequence(), year, Timestamp.from(at));
    }

    /** Ledgers of which something ended that is not removed yet. */
    List<LedgerId> unclean(int limit) {
        return jdbc.query("select ledger_id from ledger_retention where cleaned_at is null order by ledger_id limit ?",
                (row, i) -> new LedgerId(row.getObject(1, UUID.class)), limit);
    }

    /** Removes up to {@code limit} details whose key ended; returns how many. */
    int removeDetails(LedgerId ledger, int limit) {
        return jdbc.update("""
                delete from entry_detail where entry_id in (
                       select d.entry_id from entry_detail d join vault_key k using (key_id) join ledger_retention r using (ledger_id)
                        where d.ledger_id = ? and k.wrapped is null and k.year <= r.through limit ?)""", ledger.value(), limit);
    }

    /** Removes up to {@code limit} events of ended entries; returns how many. */
    int removeEvents(LedgerId ledger, int limit) {
        return jdbc.update("""
                delete %1$s and sequence_number in (
                       select sequence_number %1$s and sequence_number <= (select sequence from ledger_retention where ledger_id = ?)
                        order by sequence_number limit ?)""".formatted(ENTRIES), ledger.toString(), ledger.toString(), ledger.value(), limit);
    }

    void clean(LedgerId ledger, Instant at) {
        jdbc.update("update ledger_retention set cleaned_at = ? where ledger_id = ? and cleaned_at is null", Timestamp.from(at), ledger.value());
    }

    /** Removes what an actor went by in the years up to {@code year}. */
    int removeNames(UUID actor, int year) {
        return jdbc.update("delete from actor_detail where actor_ref = ? and year <= ?", actor, year);
    }

    /** Findings concluded before {@code keptFrom} of which more than codes and figures is left; what became a breach is kept with its record (GDPR Art. 33(5)). */
    List<UUID> findings(Instant keptFrom, int limit) {
        return jdbc.queryForList("""
                select finding_id from finding f
                 where state = 'concluded' and concluded_at < ? and not exists (select from breach b where b.finding_id = f.finding_id)
                   and (exists (select from finding_note n where n.finding_id = f.finding_id) or exists (select from finding_entry e where e.finding_id = f.finding_id))
                 order by finding_id limit ?""", UUID.class, Timestamp.from(keptFrom), limit);
    }

    /** Removes what people wrote about a finding and which entries it is about. */
    void empty(UUID finding) {
        jdbc.update("delete from finding_note where finding_id = ?", finding);
        jdbc.update("delete from finding_entry where finding_id = ?", finding);
    }

    /** Forgets up to {@code limit} reports of before {@code keptFrom}; returns how many. */
    int forgetReports(Instant keptFrom, int limit) {
        var before = Timestamp.from(keptFrom);
        return jdbc.update("delete from reported_event where ctid = any (array(select ctid from reported_event where recorded_at < ? limit ?))", before, limit)
                + jdbc.update("delete from bulk_read where ctid = any (array(select ctid from bulk_read where complete and begun_at < ? limit ?))", before, limit);
    }

    void ran(RetentionRun run) {
        jdbc.update("insert into retention_run (rule, kept_from, ended_at, ledgers, entries, staff, findings, held_back) values (?, ?, ?, ?, ?, ?, ?, ?)",
                run.rule(), Timestamp.from(run.keptFrom()), Timestamp.from(run.endedAt()), run.ledgers(), run.entries(), run.staff(), run.findings(), run.heldBack());
        jdbc.update("delete from retention_run where ledgers = 0 and staff = 0 and findings = 0 and run_id < (select max(run_id) from retention_run)");
    }

    /** Newest first. */
    List<RetentionRun> runs(int limit) {
        return jdbc.query("select * from retention_run order by run_id desc limit ?", (row, i) -> new RetentionRun(row.getString("rule"),
                row.getTimestamp("kept_from").toInstant(), row.getTimestamp("ended_at").toInstant(), row.getLong("ledgers"), row.getLong("entries"),
                row.getLong("staff"), row.getLong("findings"), row.getLong("held_back")), limit);
    }
}
