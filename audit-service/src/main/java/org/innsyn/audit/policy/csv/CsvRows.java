package org.innsyn.audit.policy.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * CSV as RFC 4180 has it: commas, quotes doubled inside quotes, line breaks inside quotes. Empty lines and lines that begin with
 * {@code #} are left out; a byte order mark is allowed.
 */
final class CsvRows {

    /** A line of the file, counted from 1, and its cells. */
    record Row(int line, List<String> cells) {}

    private final String text;
    private int at;
    private int line = 1;

    private CsvRows(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /**
     * Reads all rows after the header.
     *
     * @param columns names of all columns in their order
     * @param each makes something of one row
     * @throws UnreadableCsv at the first thing that is not as it should be
     */
    static <T> List<T> read(String text, List<String> columns, Function<Row, T> each) {
        var rows = new CsvRows(text).rows();
        if (rows.isEmpty() || !rows.getFirst().cells().equals(columns)) {
            throw new UnreadableCsv(rows.isEmpty() ? 1 : rows.getFirst().line(), "the first line must be " + String.join(",", columns));
        }
        return rows.stream().skip(1).map(row -> {
            if (row.cells().size() != columns.size()) {
                throw new UnreadableCsv(row.line(), columns.size() + " cells are needed, there are " + row.cells().size());
            }
            return each.apply(row);
        }).toList();
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                skipLine();
                continue;
            }
            int begun = line;
            var cells = new ArrayList<String>();
            do {
                cells.add(cell());
            } while (more());
            if (!cells.equals(List.of(""))) {
                rows.add(new Row(begun, cells));
            }
        }
        return rows;
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        line++;
    }

    private String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw new UnreadableCsv(line, "a quote inside a cell that does not begin with one");
            }
            at++;
        }
        return Formulas.disarmed(text.substring(from, at).strip());
    }

    private String quoted() {
        int begun = line;
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else {
                    at++;
                    return Formulas.disarmed(cell.toString());
                }
            }
            line += c == '\n' ? 1 : 0;
            cell.append(c);
        }
        throw new UnreadableCsv(begun, "a quote is opened and never closed");
    }

    /** Steps over what ends a cell; whether another cell of the same row follows. */
    private boolean more() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at++);
        if (c == ',') {
            return true;
        }
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        } else if (c != '\n') {
            throw new UnreadableCsv(line, "a cell must end with a comma or the end of the line");
        }
        line++;
        return false;
    }

    /** A row as it is written. */
    static String line(String... cells) {
        return String.join(",", Arrays.stream(cells).map(CsvRows::written).toList()) + "\r\n";
    }

    private static String written(String cell) {
        var safe = Formulas.armed(cell);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n') || safe.startsWith("#") || !safe.equals(safe.strip())
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
