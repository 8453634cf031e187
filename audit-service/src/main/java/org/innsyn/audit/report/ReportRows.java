package org.innsyn.audit.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.files.SealedFolder;
import org.innsyn.schemas.report.ReportScope;
import org.innsyn.schemas.report.ReportState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports in PostgreSQL. Whoever makes one holds it by a lease that has to be renewed, and writes only while the hold is theirs: a process
 * that is killed gives it back by doing nothing, one that was only slow finds its hold gone, and no two ever both finish it.
 */
final class ReportRows {

    static final Duration LEASE = Duration.ofSeconds(15);

    private static final String CLAIM = """
            update audit_report set claim = ?, lease_until = ?
             where report_id = (select report_id from audit_report
                                 where state in ('waiting', 'making') and not_before <= ? and (lease_until is null or lease_until < ?)
                                 order by not_before limit 1 for update skip locked)
            returning *""";

    private final JdbcTemplate jdbc;
    private final RandomSource random;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ReportRows(JdbcTemplate jdbc, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** What is asked for, already looked at. */
    record Asked(UUID by, String role, Instant from, Instant to, ZoneId zone, String language, ReportScope scope) {}

    ReportJob add(Asked asked) {
        var id = random.randomId();
        jdbc.update("""
                insert into audit_report (report_id, asked_by, asked_role, asked_at, from_at, to_at, zone, language, scope, state, not_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'waiting', ?)""",
                id, asked.by(), asked.role(), now(), Timestamp.from(asked.from()), Timestamp.from(asked.to()), asked.zone().getId(), asked.language(),
                json.writeValueAsString(asked.scope()), now());
        return find(id).orElseThrow();
    }

    Optional<ReportJob> find(UUID id) {
        return jdbc.query("select * from audit_report where report_id = ?", (row, i) -> job(row), id).stream().findFirst();
    }

    /** @param by only theirs; null for all */
    List<ReportJob> list(@Nullable UUID by, int size) {
        return jdbc.query("select * from audit_report where ?::uuid is null or asked_by = ? order by asked_at desc, report_id limit ?", (row, i) -> job(row), by, by, size);
    }

    long unfinished(UUID by) {
        return jdbc.queryForObject("select count(*) from audit_report where asked_by = ? and state in ('waiting', 'making')", Long.class, by);
    }

    /** Takes the next due report that nobody holds. */
    Optional<ReportJob> claim() {
        var now = now();
        return jdbc.query(CLAIM, (row, i) -> job(row), random.randomId(), leaseEnd(), now, now).stream().findFirst();
    }

    /** Keeps the hold. @throws HoldLost when somebody else has it by now */
    void renew(ReportJob held) {
        require(jdbc.update("update audit_report set lease_until = ? where report_id = ? and claim = ?", leaseEnd(), held.id(), held.claim()));
    }

    /** Keeps the hold, and tells how far it is. @throws HoldLost when somebody else has it by now */
    void progress(ReportJob held, long done, long total) {
        require(jdbc.update("update audit_report set state = 'making', done = ?, total = ?, lease_until = ? where report_id = ? and claim = ?",
                done, total, leaseEnd(), held.id(), held.claim()));
    }

    /** Gives it back until later. */
    void giveBack(ReportJob held, Duration pause, boolean failed) {
        jdbc.update("update audit_report set claim = null, lease_until = null, attempts = attempts + ?, not_before = ? where report_id = ? and claim = ?",
                failed ? 1 : 0, Timestamp.from(clock.instant().plus(pause)), held.id(), held.claim());
    }

    /** Ends it well, in the transaction of everything else that belongs to it. @throws HoldLost when somebody else has it by now */
    void ready(ReportJob held, String file, UUID keyId, byte[] sealedKey, long entries, SealedFolder.Kept kept, Instant expiresAt) {
        require(jdbc.update("""
                update audit_report set state = 'ready', claim = null, lease_until = null, done = total, file = ?, key_id = ?, sealed_key = ?, entries = ?, size_bytes = ?,
                       sha256 = ?, ready_at = ?, expires_at = ? where report_id = ? and claim = ?""",
                file, keyId, sealedKey, entries, kept.sizeBytes(), kept.sha256(), now(), Timestamp.from(expiresAt), held.id(), held.claim()));
    }

    /** Ends it badly. */
    void failed(ReportJob held, String problem) {
        require(jdbc.update("update audit_report set state = 'failed', claim = null, lease_until = null, problem = ? where report_id = ? and claim = ?",
                problem, held.id(), held.claim()));
    }

    /** Finished ones whose time is over. */
    List<ReportJob> expiring() {
        return jdbc.query("select * from audit_report where state = 'ready' and expires_at <= ? limit 100", (row, i) -> job(row), now());
    }

    void expired(ReportJob job) {
        jdbc.update("update audit_report set state = 'expired', file = null, key_id = null, sealed_key = null where report_id = ? and state = 'ready'", job.id());
    }

    private ReportJob job(ResultSet row) throws SQLException {
        return new ReportJob(row.getObject("report_id", UUID.class), row.getObject("asked_by", UUID.class), row.getString("asked_role"), at(row, "asked_at"),
                at(row, "from_at"), at(row, "to_at"), ZoneId.of(row.getString("zone")), row.getString("language"),
                json.readValue(row.getString("scope"), ReportScope.class), ReportState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("done"), row.getLong("total"), row.getObject("claim", UUID.class), row.getInt("attempts"), row.getString("problem"), row.getString("file"),
                row.getObject("key_id", UUID.class), row.getBytes("sealed_key"), row.getObject("entries", Long.class), row.getObject("size_bytes", Long.class),
                row.getString("sha256"), at(row, "ready_at"), at(row, "expires_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static void require(int changed) {
        if (changed != 1) {
            throw new HoldLost();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp leaseEnd() {
        return Timestamp.from(clock.instant().plus(LEASE));
    }

    /** The report is somebody else's to make by now. */
    static final class HoldLost extends RuntimeException {
        HoldLost() {
            super("the hold on a report ended while it was made");
        }
    }
}
