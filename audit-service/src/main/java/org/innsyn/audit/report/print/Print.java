package org.innsyn.audit.report.print;

import java.util.List;
import java.util.Locale;

/**
 * A document to be printed. All of it is text: nothing in it is taken for markup.
 *
 * @param language of the document, for readers that speak it aloud
 * @param title on the title page
 * @param subtitle below it
 * @param facts on the title page
 * @param note at the foot of the title page
 * @param contents heading of the table of contents
 * @param page how the foot of a page tells its number, with two places for numbers ("Page %d of %d")
 * @param foot beside it
 * @param sections the content
 */
public record Print(Locale language, String title, String subtitle, List<Fact> facts, String note, String contents, String page, String foot, List<Section> sections) {

    /** A part with a heading, which stands in the table of contents. */
    public record Section(String title, List<Block> blocks) {}

    /** Something said of something. */
    public record Fact(String what, String said) {}

    /** A bar's or column's label, its value, and the value as it is written. */
    public record Value(String label, long value, String written) {}

    /** What a section is made of. */
    public sealed interface Block {}

    /** Text. */
    public record Paragraph(String text) implements Block {}

    /** A smaller heading. */
    public record Heading(String text) implements Block {}

    /** Facts below each other. */
    public record Facts(List<Fact> facts) implements Block {}

    /** Horizontal bars, each with its label and value: the figure and its table in one. */
    public record Bars(List<Value> bars) implements Block {}

    /** Upright columns in their order, such as days. */
    public record Columns(List<Value> columns) implements Block {}

    /**
     * A table.
     *
     * @param heading of each column
     * @param widths of the columns, relative to each other
     * @param numbers which columns hold numbers, from 0
     */
    public record Table(List<String> heading, List<Integer> widths, List<Integer> numbers, List<List<String>> rows) implements Block {}
}
