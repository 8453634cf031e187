package org.innsyn.audit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.breach.BreachId;
import org.innsyn.audit.breach.BreachRecord;
import org.innsyn.audit.breach.store.Breaches;
import org.innsyn.audit.policy.AccessControl;
import org.innsyn.audit.policy.Grant;
import org.innsyn.audit.policy.Persons;
import org.innsyn.audit.policy.PolicyEvent.TablePublished;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a report tells beside the accesses: findings, the access control tables that were in force, and erasures. Codes, times and pseudonyms. */
final class Surroundings {

    private final JdbcTemplate jdbc;
    private final EventStore events;
    private final Breaches breaches;

    Surroundings(JdbcTemplate jdbc, EventStore events, Breaches breaches) {
        this.jdbc = jdbc;
        this.events = events;
        this.breaches = breaches;
    }

    /**
     * A finding that was raised in the period, and what became of it.
     *
     * @param breach for one that was concluded as a breach: the record it led to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingLine(
            String kind, String state, Instant raisedAt, Instant firstAt, Instant lastAt, long occurrences, @JsonRawValue String figures, @Nullable String source,
            @Nullable String actor, @Nullable String unit, @Nullable String object, @Nullable String purpose, @Nullable String conclusion,
            @Nullable String reason, @Nullable Instant concludedAt, @Nullable String breach) {}

    /** Takes one finding after the other. */
    @FunctionalInterface
    interface Findings {
        void accept(FindingLine finding) throws IOException;
    }

    /** Findings raised in the period that are not about another unit, purpose or source than the scope's; oldest first. */
    void findings(Scope scope, Pseudonyms names, Findings each) throws IOException {
        for (long from = 0, read = 500; read == 500; from += read) {
            var page = jdbc.query("select * from finding where raised_at >= ? and raised_at < ? order by raised_at, finding_id offset ? limit 500",
                    (row, i) -> finding(row, names), Timestamp.from(scope.from()), Timestamp.from(scope.to()), from);
            read = page.size();
            for (var line : page) {
                if (within(line.unit(), scope.only().units()) && within(line.purpose(), scope.only().purposes()) && within(line.source(), scope.only().sources())) {
                    each.accept(line);
                }
            }
        }
    }

    private static boolean isWithin(BreachRecord breach, List<String> categories) {
        return categories.isEmpty() || breach.facts() == null || breach.facts().categories().isEmpty()
                || breach.facts().categories().stream().anyMatch(categories::contains);
    }

    private static boolean within(@Nullable String value, List<String> values) {
        return value == null || !Scope.misses(values, value);
    }

    private static FindingLine finding(ResultSet row, Pseudonyms names) throws SQLException {
        var actor = row.getObject("actor", UUID.class);
        return new FindingLine(row.getString("kind"), row.getString("state"), instant(row, "raised_at"), instant(row, "first_at"), instant(row, "last_at"),
                row.getLong("occurrences"), row.getString("figures"), row.getString("source"), actor == null ? null : names.actor(actor), row.getString("unit"),
                row.getString("object"), row.getString("purpose"), row.getString("conclusion"), row.getString("reason"), instant(row, "concluded_at"),
                "breach".equals(row.getString("conclusion")) ? names.breach(BreachId.of(row.getObject("finding_id", UUID.class)).value()) : null);
    }

    /** Breaches that were being worked at some time of the period. One that is about none of the scope's categories is left out once it is known what it is about. */
    List<BreachLine> breaches(Scope scope, Pseudonyms names) {
        return breaches.openBetween(scope.from(), scope.to()).stream()
                .filter(each -> isWithin(each, scope.only().categories()))
                .map(each -> BreachLine.of(each, names)).toList();
    }

    /** How many findings were raised in the period. */
    long findings(Instant from, Instant to) {
        return jdbc.queryForObject("select count(*) from finding where raised_at >= ? and raised_at < ?", Long.class, Timestamp.from(from), Timestamp.from(to));
    }

    /** A shredded or restricted log of a person, with the times of its receipt. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Erasure(String action, String person, Instant at, @JsonRawValue String affected, @Nullable Instant completedAt, @Nullable Instant unreadableSince,
            @Nullable Instant beyondRecoverySince) {}

    List<Erasure> erasures(Scope scope, Pseudonyms names) {
        return jdbc.query("select * from ledger_task where taken_at >= ? and taken_at < ? order by taken_at",
                (row, i) -> new Erasure(row.getString("action").toLowerCase(java.util.Locale.ROOT), names.person(row.getObject("ledger_id", UUID.class)),
                        instant(row, "taken_at"), row.getString("affected"), instant(row, "completed_at"), instant(row, "unreadable_at"), instant(row, "beyond_recovery_at")),
                Timestamp.from(scope.from()), Timestamp.from(scope.to()));
    }

    /**
     * An access control table that was in force at some time of the period.
     *
     * @param until when the next one took its place; absent for the newest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Table(int number, String name, Instant validFrom, @Nullable Instant until, Instant publishedAt, List<GrantLine> grants) {}

    /** A line of it; a single member of staff stands under their pseudonym. */
    record GrantLine(String object, String persons, String role, String task, List<String> operations, List<String> purposes, boolean onlyInEmergencies) {}

    List<Table> tables(Scope scope, Pseudonyms names) {
        var published = new ArrayList<TablePublished>();
        events.readEvents(AccessControl.ID.toString()).forEachRemaining(event -> {
            if (event.getPayload() instanceof TablePublished table) {
                published.add(table);
            }
        });
        var tables = new ArrayList<Table>();
        for (int i = 0; i < published.size(); i++) {
            var table = published.get(i);
            var until = i + 1 < published.size() ? published.get(i + 1).validFrom() : null;
            if (table.validFrom().isBefore(scope.to()) && (until == null || until.isAfter(scope.from()))) {
                tables.add(new Table(table.number(), table.name(), table.validFrom(), until, table.publishedAt(),
                        table.grants().stream().map(grant -> line(grant, names)).toList()));
            }
        }
        return tables;
    }

    private static GrantLine line(Grant grant, Pseudonyms names) {
        var persons = grant.persons().kind() == Persons.Kind.STAFF ? "staff:" + names.actor(UUID.fromString(grant.persons().name())) : grant.persons().toString();
        return new GrantLine(grant.object(), persons, grant.role(), grant.task(), grant.operations(), grant.purposes(), grant.breakGlass());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
