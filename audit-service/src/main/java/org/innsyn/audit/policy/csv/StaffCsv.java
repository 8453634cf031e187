package org.innsyn.audit.policy.csv;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.audit.policy.Assignment;
import org.jspecify.annotations.Nullable;

/** A staff directory as CSV: one assignment a line, past ones too. {@code docs/policy.md} explains the columns. */
public final class StaffCsv {

    private static final List<String> COLUMNS = List.of("staff", "unit", "role", "groups", "from", "to");
    /** The first line of every directory. */
    public static final String HEADER = String.join(",", COLUMNS);

    private StaffCsv() {}

    /**
     * @param zone where the company's days begin
     * @throws UnreadableCsv naming line and column of the first thing that is not as it should be
     */
    public static List<NamedAssignment> read(String csv, ZoneId zone) {
        Map<NamedAssignment, Integer> seen = new HashMap<>();
        return CsvRows.read(csv, COLUMNS, row -> {
            var assignment = assignment(new Cells(row, COLUMNS), zone);
            var before = seen.putIfAbsent(assignment, row.line());
            if (before != null) {
                throw new UnreadableCsv(row.line(), "says the same as line " + before);
            }
            return assignment;
        });
    }

    private static NamedAssignment assignment(Cells cells, ZoneId zone) {
        var from = cells.instant("from", zone);
        var to = cells.text("to").isEmpty() ? null : cells.instant("to", zone);
        if (to != null && !to.isAfter(from)) {
            throw cells.wrong("to", "must be after from; leave it empty while the assignment lasts");
        }
        return new NamedAssignment(
                cells.id("staff", cells.text("staff")),
                cells.matching("unit", Cells.UNIT, "a unit is a path like support/tier-1"),
                cells.text("role").isEmpty() ? null : cells.matching("role", Cells.CODE, "a role is a code like agent, or empty"),
                cells.list("groups", Cells.CODE, "groups are codes like on-call|trainers, or empty"),
                from,
                to);
    }

    /** @param names ids by reference; whoever has none any more is left out */
    public static String write(Collection<Assignment> assignments, Map<UUID, String> names, ZoneId zone) {
        var csv = new StringBuilder(HEADER).append("\r\n");
        assignments.stream().filter(each -> names.containsKey(each.staff())).forEach(each -> csv.append(CsvRows.line(
                names.get(each.staff()), text(each.unit()), text(each.role()), String.join("|", each.groups()), date(each.from(), zone),
                each.to() == null ? "" : date(each.to(), zone))));
        return csv.toString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String date(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT) ? local.toLocalDate().toString() : instant.toString();
    }
}
