package org.innsyn.audit.policy.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.policy.AccessControlTable;
import org.innsyn.audit.policy.Grant;
import org.innsyn.audit.policy.Policy;
import org.innsyn.audit.policy.Question;
import org.innsyn.audit.policy.Ruling;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.schemas.policy.Period;
import org.innsyn.schemas.policy.Replay;
import org.innsyn.schemas.policy.Replay.Change;
import org.innsyn.schemas.policy.UnusedGrants;
import org.innsyn.schemas.policy.UnusedGrants.UnusedGrant;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what was recorded with another policy in mind. Streams the events, keeps counts, and changes nothing. Whether an actor gave a
 * reason is known only of entries that needed one: where the other table asks for a reason, the others count as without.
 */
final class PolicyReplay {

    private final EventStorageEngine events;
    private final NewestPolicy newest;

    PolicyReplay(EventStorageEngine events, NewestPolicy newest) {
        this.events = events;
        this.newest = newest;
    }

    /** Counts by what would change under this table, with the staff directory as it is. */
    Replay against(AccessControlTable table, Period period) {
        var policy = newest.now().policy().under(table);
        var tally = new Tally();
        each(period, entry -> {
            if (entry.ruling() == null) {
                tally.notJudged++;
                return;
            }
            var judged = policy.judge(asked(entry, entry.ruling() == Ruling.BREAK_GLASS));
            tally.add(entry, judged.verdict(), unit(policy, entry));
        });
        return tally.told();
    }

    /** Grants of tables in force in the period that nothing needed. */
    UnusedGrants unused(Period period) {
        var policy = newest.now().policy();
        var used = new HashSet<Used>();
        var count = new long[1];
        each(period, entry -> {
            count[0]++;
            var version = policy.inForce(entry.occurredAt());
            var grant = policy.judge(asked(entry, true)).grant();
            if (version != null && grant != null) {
                used.add(new Used(version.number(), grant));
            }
        });
        return new UnusedGrants(count[0], unused(policy, period, used));
    }

    private record Used(int table, Grant grant) {}

    private static List<UnusedGrant> unused(Policy policy, Period period, Set<Used> used) {
        var unused = new ArrayList<UnusedGrant>();
        var versions = policy.versions();
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            boolean over = i + 1 < versions.size() && period.from() != null && !versions.get(i + 1).validFrom().isAfter(period.from());
            boolean notYet = period.to() != null && !version.validFrom().isBefore(period.to());
            if (over || notYet) {
                continue;
            }
            version.table().grants().stream().filter(grant -> !used.contains(new Used(version.number(), grant))).forEach(grant -> unused.add(
                    new UnusedGrant(version.number(), grant.object(), grant.persons().toString(), grant.role(), grant.task())));
        }
        return unused;
    }

    private void each(Period period, Consumer<AccessRecorded> work) {
        TrackingToken after = events.createTailToken();
        for (boolean more = true; more; ) {
            more = false;
            try (var stream = events.readEvents(after, false)) {
                for (var iterator = stream.iterator(); iterator.hasNext(); more = true) {
                    var message = iterator.next();
                    after = message.trackingToken();
                    if (message.getPayload() instanceof AccessRecorded entry && period.includes(entry.occurredAt())) {
                        work.accept(entry);
                    }
                }
            }
        }
    }

    private static Question asked(AccessRecorded entry, boolean justified) {
        return new Question(entry.occurredAt(), entry.actorKind(), entry.staff(), entry.unit(), entry.role(), entry.operation(), entry.object(), entry.purpose(), justified);
    }

    private static @Nullable String unit(Policy policy, AccessRecorded entry) {
        var assigned = entry.staff() == null ? null : policy.assignments(entry.staff(), entry.occurredAt()).stream().findFirst().orElse(null);
        return assigned == null ? entry.unit() : assigned.unit();
    }

    /** Counts; as many lines as are told apart, and one number for the rest. */
    private static final class Tally {

        private record Line(String object, @Nullable String unit, String purpose, boolean allowed) {}

        private final HashMap<Line, Long> lines = new HashMap<>();
        private long judged;
        private long unchanged;
        private long notJudged;
        private long further;

        void add(AccessRecorded entry, Verdict verdict, @Nullable String unit) {
            judged++;
            if (verdict == entry.verdict()) {
                unchanged++;
                return;
            }
            var line = new Line(entry.object(), unit, entry.purpose(), verdict == Verdict.WITHIN_POLICY);
            if (lines.size() < Replay.MAX_CHANGES || lines.containsKey(line)) {
                lines.merge(line, 1L, Long::sum);
            } else {
                further++;
            }
        }

        Replay told() {
            var changes = lines.entrySet().stream()
                    .map(each -> new Change(each.getKey().object(), each.getKey().unit(), each.getKey().purpose(), each.getKey().allowed(), each.getValue()))
                    .sorted(Comparator.comparingLong(Change::entries).reversed().thenComparing(Change::object).thenComparing(Change::purpose))
                    .toList();
            return new Replay(judged, unchanged, notJudged, changes, further);
        }
    }
}
