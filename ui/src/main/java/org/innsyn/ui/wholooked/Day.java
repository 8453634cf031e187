package org.innsyn.ui.wholooked;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.Verdict;

/**
 * One day of the log.
 *
 * @param people what people did, and whatever was outside the rules
 * @param routine what programs did by themselves and what the customer did themselves, to be folded away
 */
record Day(LocalDate date, List<AccessEntry> people, List<AccessEntry> routine) {

    /** Puts entries into their days, keeping their order. */
    static List<Day> of(List<AccessEntry> entries, ZoneId zone) {
        var days = new LinkedHashMap<LocalDate, Day>();
        for (var entry : entries) {
            var day = days.computeIfAbsent(
                    LocalDate.ofInstant(entry.occurredAt(), zone),
                    date -> new Day(date, new ArrayList<>(), new ArrayList<>()));
            (isRoutine(entry) ? day.routine : day.people).add(entry);
        }
        return List.copyOf(days.values());
    }

    /** A program's access outside the rules is no routine. */
    private static boolean isRoutine(AccessEntry entry) {
        var kind = entry.actor().kind();
        return entry.verdict() != Verdict.OUTSIDE_POLICY && (kind == ActorKind.SYSTEM || kind == ActorKind.SUBJECT);
    }

    long byPrograms() {
        return routine.stream().filter(entry -> entry.actor().kind() == ActorKind.SYSTEM).count();
    }

    long byMyself() {
        return routine.size() - byPrograms();
    }
}
