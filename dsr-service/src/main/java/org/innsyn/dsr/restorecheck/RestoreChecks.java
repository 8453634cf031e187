package org.innsyn.dsr.restorecheck;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.operator.RestoreChecksApi.Line;
import org.innsyn.schemas.operator.RestoreChecksApi.RestoreCheck;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The checks and what they found. Takes part in the caller's transaction. */
@Component
public class RestoreChecks {

    private static final int MOST_LINES = 1_000;

    private final JdbcTemplate jdbc;
    private final RandomSource random;
    private final Clock clock;

    RestoreChecks(JdbcTemplate jdbc, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** An erasure to be looked at in one system. */
    public record Place(RequestId request, String system) {}

    /** A new check of every erasure there was, in these systems. */
    UUID open(List<String> systems, boolean carryOut) {
        var id = random.timeOrderedId();
        jdbc.update("insert into restore_check (check_id, carry_out, started_at) values (?, ?, ?)", id, carryOut, Timestamp.from(clock.instant()));
        for (var system : systems) {
            jdbc.update("""
                    insert into restore_check_line (check_id, request_id, system)
                    select ?, request_id, ? from request_register where asked_right = ?""", id, system, Right.ERASURE.name());
        }
        return id;
    }

    List<Place> places(UUID check) {
        return jdbc.query("select request_id, system from restore_check_line where check_id = ? and state = 'open'",
                (row, _) -> new Place(new RequestId(row.getObject(1, UUID.class)), row.getString(2)), check);
    }

    /** Whether anybody who waits for this place wants it erased; empty when nobody waits. */
    public Optional<Boolean> wanted(Place place) {
        return Optional.ofNullable(jdbc.queryForObject("""
                select bool_or(c.carry_out) from restore_check_line l join restore_check c using (check_id)
                 where l.request_id = ? and l.system = ? and l.state = 'open'""", Boolean.class, place.request().value(), place.system()));
    }

    /** Ends a place for everybody who waits for it. */
    public void end(Place place, String state, long found, @Nullable String problem) {
        jdbc.update("update restore_check_line set state = ?, found = ?, problem = ? where request_id = ? and system = ? and state = 'open'",
                state, found, problem, place.request().value(), place.system());
    }

    Optional<RestoreCheck> find(UUID check) {
        return jdbc.query("""
                        select c.carry_out, c.started_at, count(*) filter (where l.state = 'open'), count(*) filter (where l.state = 'clean'),
                               count(*) filter (where l.state = 'back'), count(*) filter (where l.state = 'erased'), count(*) filter (where l.state = 'failed')
                          from restore_check c left join restore_check_line l using (check_id) where c.check_id = ? group by c.check_id""",
                        (row, _) -> new RestoreCheck(check, row.getBoolean(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getLong(4), row.getLong(5),
                                row.getLong(6), row.getLong(7), lines(check)), check)
                .stream()
                .findFirst();
    }

    private List<Line> lines(UUID check) {
        return jdbc.query("""
                        select r.reference, l.system, l.state, l.found, l.problem from restore_check_line l join request_register r using (request_id)
                         where l.check_id = ? and l.state in ('back', 'erased', 'failed') order by r.reference, l.system limit ?""",
                (row, _) -> new Line(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5)), check, MOST_LINES);
    }
}
