package org.innsyn.audit.disclosure.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.disclosure.EntryId;
import org.innsyn.audit.disclosure.NameCommand;
import org.innsyn.audit.disclosure.NameCommand.AskName;
import org.innsyn.audit.disclosure.NameEvent;
import org.innsyn.audit.disclosure.NameQuestion;
import org.innsyn.audit.unit.Aggregates;
import org.innsyn.audit.unit.Units;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets questions for names handle commands, in a transaction of their own or the caller's, and knows which names were told. */
public final class Names {

    private final Aggregates<NameQuestion> questions;
    private final EventStore events;
    private final JdbcTemplate jdbc;
    private final Units units;

    Names(EventStore events, JdbcTemplate jdbc, TransactionManager transactions) {
        this.questions = new Aggregates<>(NameQuestion.class, NameQuestion::new, events);
        this.events = events;
        this.jdbc = jdbc;
        this.units = new Units(transactions);
    }

    /** An access was found to be wrong: whether the person is told whose it was, is to be decided, whether or not they ask. */
    public void foundWrong(UUID finding, UUID actor, Collection<Access> accesses, Instant at) {
        accesses.forEach(access -> handle(new AskName(new EntryId(access.entry()), access.ledger(), actor, finding, null, at)));
    }

    /** One access to somebody's data. */
    public record Access(UUID entry, UUID ledger) {}

    /** Which of these entries the person may read with the name. */
    public Set<UUID> told(Collection<UUID> entries) {
        return entries.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList("select entry_id from name_question where told and entry_id = any (?)", UUID.class,
                (Object) entries.toArray(UUID[]::new)));
    }

    /** @throws org.innsyn.audit.disclosure.NameRefused when it does not do that now */
    void handle(NameCommand command) {
        units.run("name", () -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, command.entry().value().getLeastSignificantBits());
            var question = command instanceof AskName ? questions.handleOrBegin(command.entry(), command) : questions.handle(command.entry(), command);
            write(question.invoke(NameQuestion::state));
            return question;
        });
    }

    private void write(NameQuestion.State state) {
        jdbc.update("""
                insert into name_question (entry_id, ledger_id, asked_at, told) values (?, ?, ?, ?)
                on conflict (entry_id) do update set told = excluded.told""",
                state.entry().value(), state.ledger(), Timestamp.from(state.askedAt()), state.tell());
    }

    /** The open ones, oldest first, then those that are decided, newest first. */
    List<UUID> all(int size) {
        return jdbc.queryForList("""
                select entry_id from name_question
                 order by told is not null, case when told is null then asked_at end, asked_at desc limit ?""", UUID.class, size);
    }

    List<UUID> of(UUID ledger, int size) {
        return jdbc.queryForList("select entry_id from name_question where ledger_id = ? order by asked_at desc limit ?", UUID.class, ledger, size);
    }

    Optional<UUID> ledgerOf(UUID entry) {
        return jdbc.queryForList("select ledger_id from name_question where entry_id = ?", UUID.class, entry).stream().findFirst();
    }

    /** Oldest first. */
    List<NameEvent> events(UUID entry) {
        return events.readEvents(entry.toString()).asStream().<NameEvent>map(message -> (NameEvent) message.getPayload()).toList();
    }
}
