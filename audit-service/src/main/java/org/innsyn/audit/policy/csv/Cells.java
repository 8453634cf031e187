package org.innsyn.audit.policy.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of one row by the names of their columns. */
final class Cells {

    static final Pattern OBJECT = Pattern.compile("(/[a-z0-9][a-z0-9_-]{0,63}){1,8}|\\*");
    static final Pattern UNIT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}(/[a-z0-9][a-z0-9_-]{0,63}){0,7}");
    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    static final Pattern CODE_OR_ANY = Pattern.compile(CODE.pattern() + "|\\*");

    private static final int LONGEST_ID = 200;

    private final CsvRows.Row row;
    private final List<String> columns;

    Cells(CsvRows.Row row, List<String> columns) {
        this.row = row;
        this.columns = columns;
    }

    String text(String column) {
        return row.cells().get(columns.indexOf(column)).strip();
    }

    UnreadableCsv wrong(String column, String what) {
        return new UnreadableCsv(row.line(), column, what);
    }

    int line() {
        return row.line();
    }

    String matching(String column, Pattern pattern, String rule) {
        return checked(column, text(column), pattern, rule);
    }

    String checked(String column, String value, Pattern pattern, String rule) {
        if (value.isEmpty()) {
            throw wrong(column, "must not be empty; " + rule);
        }
        if (!pattern.matcher(value).matches()) {
            throw wrong(column, rule);
        }
        return value;
    }

    String oneOf(String column, Set<String> allowed) {
        if (!allowed.contains(text(column))) {
            throw wrong(column, "must be one of " + String.join(", ", allowed.stream().sorted().toList()));
        }
        return text(column);
    }

    /** Values separated by {@code |}; none for an empty cell. */
    List<String> list(String column, Pattern pattern, String rule) {
        if (text(column).isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text(column).split("\\|", -1)).map(each -> checked(column, each.strip(), pattern, rule)).toList();
    }

    /** The id somebody goes by: anything visible, as the reporting applications write it. */
    String id(String column, String value) {
        if (value.isBlank() || value.length() > LONGEST_ID || value.chars().anyMatch(Character::isISOControl)) {
            throw wrong(column, "must be an id of 1 to " + LONGEST_ID + " characters without control characters");
        }
        return value;
    }

    /** A date (its first instant in {@code zone}) or an instant with offset. */
    Instant instant(String column, ZoneId zone) {
        var value = text(column);
        try {
            return value.length() == 10 ? LocalDate.parse(value).atStartOfDay(zone).toInstant() : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw wrong(column, "must be a date like 2026-03-01 or an instant like 2026-03-01T08:00:00+01:00");
        }
    }
}
