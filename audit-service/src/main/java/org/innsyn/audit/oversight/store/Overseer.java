package org.innsyn.audit.oversight.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerEvent.LedgerRestricted;
import org.innsyn.audit.ledger.LedgerEvent.LedgerShredded;
import org.innsyn.audit.oversight.EntryRules;
import org.innsyn.audit.oversight.FindingCommand.AddOccurrences;
import org.innsyn.audit.oversight.FindingSubject;
import org.innsyn.audit.oversight.Occurrence;
import org.innsyn.audit.oversight.ReadingRate;
import org.innsyn.audit.oversight.store.ReadingHours.Hour;
import org.innsyn.audit.policy.PolicyInForce;
import org.innsyn.platform.eventstore.CommitOrderToken;
import org.innsyn.schemas.oversight.FindingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Follows the ledgers and raises findings. A batch of entries becomes at most one command a finding, in the transaction that moves this
 * processor's place: seen again, nothing changes.
 */
@ProcessingGroup(Overseer.NAME)
class Overseer {

    static final String NAME = "oversight";

    private static final String PENDING = Overseer.class.getName();

    private final Findings findings;
    private final EntryRules rules;
    private final ReadingRate rate;
    private final ReadingHours hours;
    private final PolicyInForce policy;
    private final JdbcTemplate jdbc;

    Overseer(Findings findings, EntryRules rules, ReadingRate rate, ReadingHours hours, PolicyInForce policy, JdbcTemplate jdbc) {
        this.findings = findings;
        this.rules = rules;
        this.rate = rate;
        this.hours = hours;
        this.policy = policy;
        this.jdbc = jdbc;
    }

    /** A batch of entries and the place it ends at. */
    private static final class Batch {
        private final List<AccessRecorded> entries = new ArrayList<>();
        private @Nullable CommitOrderToken place;
    }

    @EventHandler
    void on(AccessRecorded event, TrackingToken token) {
        batch(token).entries.add(event);
    }

    @EventHandler
    void on(LedgerRestricted event, TrackingToken token) {
        batch(token);
        jdbc.update("insert into oversight_restriction (ledger_id, restricted_at) values (?, ?) on conflict do nothing",
                event.ledger().value(), Timestamp.from(event.restrictedAt()));
    }

    @EventHandler
    void on(LedgerShredded event, TrackingToken token) {
        batch(token);
        jdbc.update("delete from oversight_restriction where ledger_id = ?", event.ledger().value());
        hours.forget(event.ledger());
    }

    private Batch batch(TrackingToken token) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        var batch = unit.getOrComputeResource(PENDING, none -> {
            var begun = new Batch();
            unit.onPrepareCommit(ending -> look(begun));
            return begun;
        });
        batch.place = token instanceof CommitOrderToken place ? place : batch.place;
        return batch;
    }

    /** Found subjects with the entries they are about; in the order of ids, so that two processes never wait in a circle. */
    private record Raised(FindingSubject about, @Nullable String unit, Map<String, Long> figures, List<Occurrence> entries) {}

    private void look(Batch batch) {
        var judge = policy.judge();
        var raised = new TreeMap<String, Raised>();
        var restricted = restricted(batch.entries);
        for (var entry : batch.entries) {
            for (var about : rules.findings(entry, restricted.get(entry.ledger().value()))) {
                raise(raised, about, unit(judge, entry), figures(about, entry), entry);
            }
        }
        massReading(batch.entries, judge, raised);
        var at = batch.entries.isEmpty() ? Instant.EPOCH : batch.entries.getLast().recordedAt();
        raised.values().forEach(each -> findings.add(new AddOccurrences(each.about().id(), each.about(), each.unit(), each.entries(), each.figures(), at)));
        if (batch.place != null) {
            jdbc.update("update oversight_place set transaction_number = ?, global_index = ?", batch.place.transaction(), batch.place.index());
        }
    }

    private static void raise(Map<String, Raised> raised, FindingSubject about, @Nullable String unit, Map<String, Long> figures, AccessRecorded entry) {
        var one = raised.computeIfAbsent(about.id().toString(), id -> new Raised(about, unit, new HashMap<>(), new ArrayList<>()));
        figures.forEach((name, value) -> one.figures().merge(name, value, Math::max));
        one.entries().add(new Occurrence(entry.entry(), entry.ledger().value(), entry.occurredAt()));
    }

    private static Map<String, Long> figures(FindingSubject about, AccessRecorded entry) {
        return about.kind() == FindingKind.CLOCK_SKEW
                ? Map.of("seconds-ahead", java.time.Duration.between(entry.recordedAt(), entry.occurredAt()).toSeconds())
                : Map.of();
    }

    private void massReading(List<AccessRecorded> entries, PolicyInForce.Judge judge, Map<String, Raised> raised) {
        var counting = entries.stream().filter(ReadingRate::counts).filter(ReadingHours::isKept).toList();
        if (counting.isEmpty()) {
            return;
        }
        var people = hours.count(counting, entry -> unit(judge, entry));
        var figures = new LinkedHashMap<Hour, Map<String, Long>>();
        people.forEach((hour, count) -> {
            if (count > rate.floor()) {
                var unit = counting.stream().filter(entry -> Hour.of(entry).equals(hour)).findFirst().map(entry -> unit(judge, entry)).orElse(null);
                long usual = hours.usual(hour, unit);
                if (count > rate.threshold(usual)) {
                    figures.put(hour, rate.figures(count, usual));
                }
            }
        });
        for (var entry : counting) {
            var hour = Hour.of(entry);
            if (figures.containsKey(hour)) {
                raise(raised, ReadingRate.finding(hour.reader(), entry.occurredAt()), unit(judge, entry), figures.get(hour), entry);
            }
        }
    }

    /** What the directory says; what the reporter claims where it says nothing. */
    private static @Nullable String unit(PolicyInForce.Judge judge, AccessRecorded entry) {
        return entry.staff() == null ? entry.unit() : judge.unitOf(entry.staff(), entry.occurredAt()).orElse(entry.unit());
    }

    private Map<UUID, Instant> restricted(List<AccessRecorded> entries) {
        var ledgers = entries.stream().filter(AccessRecorded::underRestriction).map(entry -> entry.ledger().value()).distinct().toArray(UUID[]::new);
        var since = new HashMap<UUID, Instant>();
        if (ledgers.length > 0) {
            jdbc.query("select ledger_id, restricted_at from oversight_restriction where ledger_id = any (?)", row -> {
                since.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
            }, (Object) ledgers);
        }
        return since;
    }
}
