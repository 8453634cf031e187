package org.innsyn.audit.breach.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.innsyn.audit.breach.Breach;
import org.innsyn.audit.breach.BreachCommand;
import org.innsyn.audit.breach.BreachCommand.OpenBreach;
import org.innsyn.audit.breach.BreachEvent;
import org.innsyn.audit.breach.BreachId;
import org.innsyn.audit.breach.BreachRecord;
import org.innsyn.audit.breach.By;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets breach records handle commands, in a transaction of their own or the caller's, and reads them from their events: there are few. */
public final class Breaches {

    private final Repository<Breach> breaches;
    private final EventStore events;
    private final JdbcTemplate jdbc;
    private final TransactionManager transactions;

    Breaches(EventStore events, JdbcTemplate jdbc, TransactionManager transactions) {
        this.breaches = EventSourcingRepository.builder(Breach.class).eventStore(events).lockFactory(NullLockFactory.INSTANCE).build();
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A finding was concluded as a breach: from now on the company knows, and the 72 hours run. */
    public void shownBy(UUID finding, UUID actor, Instant at) {
        handle(new OpenBreach(BreachId.of(finding), finding, at, null, new By(actor, "dpo"), at));
    }

    /** @throws org.innsyn.audit.breach.BreachRefused when the record does not do that now */
    void handle(BreachCommand command) {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("breach"));
        try {
            unit.attachTransaction(transactions);
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, command.breach().value().getLeastSignificantBits());
            send(command);
            unit.commit();
        } catch (Throwable e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }

    private void send(BreachCommand command) {
        try {
            var breach = command instanceof OpenBreach
                    ? breaches.loadOrCreate(command.breach().toString(), Breach::new)
                    : breaches.load(command.breach().toString());
            breach.handle(GenericCommandMessage.asCommandMessage(command));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a breach record could not handle " + command.getClass().getSimpleName(), e);
        }
        if (command instanceof OpenBreach opened) {
            jdbc.update("insert into breach (breach_id, finding_id, opened_at) values (?, ?, ?) on conflict do nothing", opened.breach().value(), opened.finding(), Timestamp.from(opened.at()));
        }
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
