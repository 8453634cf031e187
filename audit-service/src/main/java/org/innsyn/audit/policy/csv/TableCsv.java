package org.innsyn.audit.policy.csv;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.audit.policy.Grant;
import org.innsyn.audit.policy.Persons;
import org.innsyn.schemas.access.Operation;

/** An access control table as CSV: one grant a line. {@code docs/policy.md} explains the columns. */
public final class TableCsv {

    private static final List<String> COLUMNS = List.of("object", "persons", "role", "task", "operations", "purposes", "justification");
    /** The first line of every table. */
    public static final String HEADER = String.join(",", COLUMNS);

    private static final String REQUIRED = "required";
    private static final String OPTIONAL = "optional";
    private static final Set<String> OPERATIONS = Stream.concat(Stream.of(Grant.ANY), Arrays.stream(Operation.values()).map(each -> each.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toSet());

    private TableCsv() {}

    /** @throws UnreadableCsv naming line and column of the first thing that is not as it should be */
    public static List<NamedGrant> read(String csv) {
        Map<NamedGrant, Integer> seen = new HashMap<>();
        return CsvRows.read(csv, COLUMNS, row -> {
            var cells = new Cells(row, COLUMNS);
            var grant = grant(cells);
            var before = seen.putIfAbsent(grant, row.line());
            if (before != null) {
                throw new UnreadableCsv(row.line(), "says the same as line " + before);
            }
            return grant;
        });
    }

    private static NamedGrant grant(Cells cells) {
        var object = cells.matching("object", Cells.OBJECT, "an object is a path like /customers/contact, or *");
        var persons = cells.text("persons");
        var staff = persons.startsWith("staff:") ? cells.id("persons", persons.substring("staff:".length())) : null;
        var grant = new Grant(
                object,
                staff == null ? persons(cells, persons) : Persons.ANYBODY,
                cells.matching("role", Cells.CODE_OR_ANY, "a role is a code like agent, or *"),
                cells.matching("task", Cells.CODE, "a task category is a code like case-work"),
                some(cells, "operations", cells.list("operations", Cells.CODE_OR_ANY, "operations are words like read|search, or *")),
                some(cells, "purposes", cells.list("purposes", Cells.CODE_OR_ANY, "purposes are codes like support.case|support.lookup, or *")),
                cells.oneOf("justification", Set.of(REQUIRED, OPTIONAL)).equals(REQUIRED));
        if (!OPERATIONS.containsAll(grant.operations())) {
            throw cells.wrong("operations", "operations are " + String.join(", ", OPERATIONS.stream().sorted().toList()));
        }
        return new NamedGrant(grant, staff);
    }

    private static Persons persons(Cells cells, String text) {
        Persons persons;
        try {
            persons = Persons.of(text);
        } catch (IllegalArgumentException e) {
            throw cells.wrong("persons", e.getMessage());
        }
        switch (persons.kind()) {
            case UNIT -> cells.checked("persons", persons.name(), Cells.UNIT, "a unit is a path like unit:support/tier-1");
            case GROUP -> cells.checked("persons", persons.name(), Cells.CODE, "a group is a code like group:on-call");
            case STAFF, ANYBODY -> { /* checked already */ }
        }
        return persons;
    }

    private static List<String> some(Cells cells, String column, List<String> values) {
        if (values.isEmpty()) {
            throw cells.wrong(column, "must not be empty, * stands for anything");
        }
        return values;
    }

    /**
     * @param names ids of staff by reference; a grant for somebody who has none any more is left as a remark
     */
    public static String write(Collection<Grant> grants, Map<UUID, String> names) {
        var csv = new StringBuilder(HEADER).append("\r\n");
        for (var grant : grants) {
            var persons = grant.persons().toString();
            if (grant.persons().kind() == Persons.Kind.STAFF) {
                var id = names.get(UUID.fromString(grant.persons().name()));
                csv.append(id == null ? "# for somebody whose id was erased: " : "");
                persons = id == null ? persons : "staff:" + id;
            }
            csv.append(CsvRows.line(grant.object(), persons, grant.role(), grant.task(), String.join("|", grant.operations()),
                    String.join("|", grant.purposes()), grant.breakGlass() ? REQUIRED : OPTIONAL));
        }
        return csv.toString();
    }
}
