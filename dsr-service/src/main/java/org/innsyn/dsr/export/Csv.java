package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180: commas, CRLF, quotes doubled), in UTF-8.
 *
 * <p>Text that a spreadsheet would run as a formula (it begins with {@code = + - @}, a tab or a line break) gets an apostrophe in front;
 * numbers do not. The JSON file beside it is faithful to the letter.
 */
final class Csv {

    /** What is told to the reader of the file. */
    static final String NOTE =
            "In CSV files, text that begins with = + - @, a tab or a line break has an apostrophe in front, so that no spreadsheet runs it as a formula. The JSON files hold everything unchanged.";

    private static final String QUOTED = "\",\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final Writer out;

    Csv(Writer out) {
        this.out = out;
    }

    void line(List<? extends @Nullable Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(values.get(i)));
        }
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> quoted(defused(value.toString()));
        };
    }

    private static String defused(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(character -> QUOTED.indexOf(character) >= 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
