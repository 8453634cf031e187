package org.innsyn.audit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * {@code accesses.xlsx}: the rows for a spreadsheet, {@value #ROWS} a sheet. Every cell is a string in place: nothing in it is ever
 * calculated, and no table of strings grows in memory.
 */
final class RowsSheet implements AutoCloseable {

    /** A little below what a sheet can have (1,048,576), with its heading. */
    static final int ROWS = 1_000_000;

    private static final int FLUSH = 500;
    private static final List<String> HEADING = List.of("index", "occurredAt", "recordedAt", "source", "actorKind", "unit", "role", "operation", "object", "categories",
            "purpose", "legalBasis", "verdict", "policyVersion", "held", "log", "person", "actor", "recipient");

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int next;

    /** @param out stays open */
    RowsSheet(OutputStream out) {
        workbook = new Workbook(out, "Innsyn", "1.0");
        begin();
    }

    void add(ReportRow row) throws IOException {
        if (next > ROWS) {
            sheet.close();
            begin();
        }
        line(List.of(String.valueOf(row.index()), row.occurredAt(), row.recordedAt(), row.source(), ReportRow.word(row.actorKind()), text(row.unit()), text(row.role()),
                ReportRow.word(row.operation()), row.object(), String.join(", ", row.categories()), row.purpose(), row.legalBasis(), ReportRow.word(row.verdict()),
                row.policyVersion(), row.held() == null ? "" : ReportRow.word(row.held()), ReportRow.word(row.log()), text(row.person()), row.actor(), text(row.recipient())));
        if (next % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void begin() {
        sheet = workbook.newWorksheet(++sheets == 1 ? "accesses" : "accesses " + sheets);
        next = 0;
        line(HEADING);
        sheet.range(0, 0, 0, HEADING.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private void line(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(next, column, printable(cells.get(column)));
            }
        }
        next++;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** What XML cannot carry is shown as what it is. */
    private static String printable(String text) {
        return text.codePoints().allMatch(RowsSheet::isText) ? text
                : text.codePoints().mapToObj(c -> isText(c) ? Character.toString(c) : "<U+%04X>".formatted(c)).collect(java.util.stream.Collectors.joining());
    }

    private static boolean isText(int c) {
        return c >= ' ' && c != 0x7F && c != 0xFFFE && c != 0xFFFF && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }
}
