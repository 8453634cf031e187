package org.innsyn.audit.breach.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.innsyn.audit.breach.Breach;
import org.innsyn.audit.breach.BreachCommand;
import org.innsyn.audit.breach.BreachCommand.OpenBreach;
import org.innsyn.audit.breach.BreachEvent;
import org.innsyn.audit.breach.BreachId;
import org.innsyn.audit.breach.BreachRecord;
import org.innsyn.audit.breach.By;
import org.innsyn.audit.unit.Aggregates;
import org.innsyn.audit.unit.Units;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets breach records handle commands, in a transaction of their own or the caller's, and reads them from their events: there are few. */
public final class Breaches {

    private final Aggregates<Breach> breaches;
    private final EventStore events;
    private final JdbcTemplate jdbc;
    private final Units units;

    Breaches(EventStore events, JdbcTemplate jdbc, TransactionManager transactions) {
        this.breaches = new Aggregates<>(Breach.class, Breach::new, events);
        this.events = events;
        this.jdbc = jdbc;
        this.units = new Units(transactions);
    }

    /** A finding was concluded as a breach: from now on the company knows, and the 72 hours run. */
    public void shownBy(UUID finding, UUID actor, Instant at) {
        handle(new OpenBreach(BreachId.of(finding), finding, at, null, new By(actor, "dpo"), at));
    }

    /** @throws org.innsyn.audit.breach.BreachRefused when the record does not do that now */
    void handle(BreachCommand command) {
        units.run("breach", () -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, command.breach().value().getLeastSignificantBits());
            return command instanceof OpenBreach opening ? open(opening) : breaches.handle(command.breach(), command);
        });
    }

    private Aggregate<Breach> open(OpenBreach command) {
        var breach = breaches.handleOrBegin(command.breach(), command);
        jdbc.update("insert into breach (breach_id, finding_id, opened_at) values (?, ?, ?) on conflict do nothing", command.breach().value(), command.finding(), Timestamp.from(command.at()));
        return breach;
    }

    boolean exists(UUID breach) {
        return jdbc.queryForObject("select count(*) from breach where breach_id = ?", Long.class, breach) > 0;
    }

    /** Last opened first. */
    List<BreachRecord> all() {
        return jdbc.queryForList("select breach_id from breach order by opened_at desc, breach_id", UUID.class).stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** Those that were being worked at some time between two moments, first opened first, as they are on record now. */
    public List<BreachRecord> openBetween(Instant from, Instant to) {
        return jdbc.queryForList("select breach_id from breach where opened_at < ? order by opened_at, breach_id", UUID.class, Timestamp.from(to)).stream()
                .map(this::find).flatMap(Optional::stream).filter(breach -> breach.closedAt() == null || !breach.closedAt().isBefore(from)).toList();
    }

    Optional<BreachRecord> find(UUID breach) {
        List<BreachEvent> told = events.readEvents(breach.toString()).asStream().<BreachEvent>map(message -> (BreachEvent) message.getPayload()).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(BreachRecord.of(told));
    }
}
