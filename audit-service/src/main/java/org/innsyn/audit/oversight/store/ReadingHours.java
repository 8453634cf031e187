package org.innsyn.audit.oversight.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.oversight.ReadingRate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts whose data each member of staff reads in each hour, and knows what is usual in their unit. */
final class ReadingHours {

    /** An access reported later than this no longer counts: whose data was read in that hour is forgotten. */
    static final Duration KEPT = Duration.ofDays(2);

    private static final Duration USUAL_OF = Duration.ofDays(30);

    private final JdbcTemplate jdbc;

    ReadingHours(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An hour of one reader. */
    record Hour(UUID reader, Instant hour) {

        static Hour of(AccessRecorded entry) {
            return new Hour(ReadingRate.reader(entry), entry.occurredAt().truncatedTo(ChronoUnit.HOURS));
        }
    }

    static boolean isKept(AccessRecorded entry) {
        return entry.occurredAt().isAfter(entry.recordedAt().minus(KEPT.dividedBy(2)));
    }

    /** Adds entries of many readers; returns how many people each of these hours has now. An hour that has many costs no more than a new one. */
    Map<Hour, Long> count(Collection<AccessRecorded> entries, Function<AccessRecorded, @Nullable String> units) {
        var hours = new LinkedHashMap<Hour, @Nullable String>();
        entries.forEach(entry -> hours.computeIfAbsent(Hour.of(entry), hour -> units.apply(entry)));
        var people = new HashMap<Hour, Long>();
        jdbc.query("""
                with added as (
                    insert into reading_hour_person (reader, hour, ledger_id) select * from unnest(?, ?, ?) on conflict do nothing returning reader, hour),
                more as (select reader, hour, count(*) as people from added group by reader, hour)
                insert into reading_hour (reader, hour, unit, people)
                select reader, hour, unit, coalesce(people, 0) from unnest(?, ?, ?) as seen (reader, hour, unit) left join more using (reader, hour)
                on conflict (reader, hour) do update set people = reading_hour.people + excluded.people
                returning reader, hour, people""",
                row -> {
                    people.put(new Hour(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()), row.getLong(3));
                },
                readers(entries.stream().map(Hour::of)), starts(entries.stream().map(Hour::of)), entries.stream().map(entry -> entry.ledger().value()).toArray(UUID[]::new),
                readers(hours.keySet().stream()), starts(hours.keySet().stream()), hours.values().toArray(String[]::new));
        return people;
    }

    private static UUID[] readers(Stream<Hour> hours) {
        return hours.map(Hour::reader).toArray(UUID[]::new);
    }

    private static Timestamp[] starts(Stream<Hour> hours) {
        return hours.map(hour -> Timestamp.from(hour.hour())).toArray(Timestamp[]::new);
    }

    /** The median hour of the others of the reader's unit in the 30 days before; 0 where nothing is known. */
    long usual(Hour hour, @Nullable String unit) {
        var median = jdbc.queryForObject("""
                select percentile_disc(0.5) within group (order by people) from reading_hour
                 where unit = ? and reader <> ? and hour < ? and hour >= ?""",
                Long.class, unit, hour.reader(), Timestamp.from(hour.hour()), Timestamp.from(hour.hour().minus(USUAL_OF)));
        return median == null ? 0 : median;
    }

    void forget(LedgerId ledger) {
        jdbc.update("delete from reading_hour_person where ledger_id = ?", ledger.value());
    }

    /** Forgets whose data was read longer ago, and how many people that were once it no longer counts as usual. */
    void forgetBefore(Instant now) {
        jdbc.update("delete from reading_hour_person where hour < ?", Timestamp.from(now.minus(KEPT)));
        jdbc.update("delete from reading_hour where hour < ?", Timestamp.from(now.minus(USUAL_OF).minus(KEPT)));
    }
}
