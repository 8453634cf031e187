package org.innsyn.dsr.connector.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.connector.sql.Session.Found;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.jspecify.annotations.Nullable;

/**
 * What is to be corrected in one database, item by item: all of an item or nothing of it. Where nobody said which of several records is wrong nothing is
 * changed, since a guess would make the others wrong.
 */
final class Rectification {

    private final Dataset dataset;
    private final Map<ItemKey, List<Change>> byItem = new TreeMap<>();
    private final Map<ItemKey, String> problems = new LinkedHashMap<>();

    /** @param corrections fields the description lets this service correct */
    Rectification(Dataset dataset, List<Correction> corrections) {
        this.dataset = dataset;
        for (var correction : corrections) {
            var changes = byItem.computeIfAbsent(correction.item(), _ -> new ArrayList<>());
            changes.stream().filter(change -> Objects.equals(change.record(), correction.record())).findFirst().orElseGet(() -> {
                changes.add(new Change(correction.record(), new TreeMap<>()));
                return changes.getLast();
            }).values().put(correction.field(), correction.value());
        }
    }

    /** Of one record: the only one, or the one of that key. */
    private record Change(@Nullable String record, Map<String, String> values) {}

    /** What is said now, of records it is clear which they are. */
    List<Correction> saying(Session session, Trace trace) throws SQLException {
        var said = new ArrayList<Correction>();
        for (var each : byItem.entrySet()) {
            var table = dataset.table(each.getKey().name());
            for (var change : each.getValue()) {
                var one = session.one(table, trace, change.record());
                if (one.isPresent()) {
                    session.values(table, one.get(), change.values().keySet())
                            .forEach((field, value) -> said.add(new Correction(each.getKey(), field, value, change.record())));
                }
            }
        }
        return said;
    }

    /** In the caller's transaction. */
    void carryOut(Session session, Trace trace) throws SQLException {
        for (var each : byItem.entrySet()) {
            var table = dataset.table(each.getKey().name());
            var places = new ArrayList<Found>();
            for (var change : each.getValue()) {
                Optional<Found> one = session.one(table, trace, change.record());
                one.ifPresentOrElse(places::add, () -> problems.put(each.getKey(), unclear(change)));
            }
            if (!problems.containsKey(each.getKey())) {
                for (int i = 0; i < places.size(); i++) {
                    session.correct(table, places.get(i), each.getValue().get(i).values());
                }
            }
        }
    }

    private static String unclear(Change change) {
        return (change.record() == null
                ? "There is not exactly one record, and which one is wrong was not said."
                : "No record of the key that was named is there for this person.") + " Nothing was changed; somebody has to correct it by hand.";
    }

    List<ItemResult> readBack(Session session, Trace trace, Instant at) throws SQLException {
        var results = new ArrayList<ItemResult>();
        for (var each : byItem.entrySet()) {
            var item = each.getKey();
            if (problems.containsKey(item)) {
                results.add(new ItemResult.Failed(item, problems.get(item)));
            } else {
                results.add(says(session, trace, item, each.getValue())
                        ? new ItemResult.CarriedOut(item, Map.of("corrected", each.getValue().stream().mapToLong(change -> change.values().size()).sum()), null, at)
                        : new ItemResult.Failed(item, "It did not say what it should after it was corrected."));
            }
        }
        return results;
    }

    private boolean says(Session session, Trace trace, ItemKey item, List<Change> changes) throws SQLException {
        var table = dataset.table(item.name());
        for (var change : changes) {
            var one = session.one(table, trace, change.record());
            if (one.isEmpty() || !session.says(table, one.get(), change.values())) {
                return false;
            }
        }
        return true;
    }
}
