package org.innsyn.audit.report.print;

import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** The blocks of a section on paper. */
final class Blocks {

    private static final float LEADING = 15;
    /** Lower than this a heading would stand alone at the foot of a page. */
    private static final float ALONE = 160;

    private Blocks() {}

    static void add(Document document, PdfWriter writer, Print.Block block, Type type) {
        switch (block) {
            case Print.Paragraph paragraph -> {
                var text = new Paragraph(LEADING, Type.printable(paragraph.text()), type.text);
                text.setSpacingAfter(8);
                document.add(text);
            }
            case Print.Heading heading -> {
                if (writer.getVerticalPosition(true) < ALONE) {
                    document.newPage();
                }
                var text = new Paragraph(LEADING, Type.printable(heading.text()), type.heading);
                text.setSpacingBefore(6);
                text.setSpacingAfter(6);
                text.setKeepTogether(true);
                document.add(text);
            }
            case Print.Facts facts -> document.add(facts(facts.facts(), type));
            case Print.Bars bars -> document.add(bars(bars.bars(), type));
            case Print.Columns columns -> ColumnFigure.add(document, writer, columns.columns(), type);
            case Print.Table table -> document.add(table(table, type));
        }
    }

    static PdfPTable facts(List<Print.Fact> facts, Type type) {
        var table = full(new float[] {3, 7});
        for (var fact : facts) {
            table.addCell(plain(fact.what(), type.soft));
            table.addCell(plain(fact.said(), type.text));
        }
        return table;
    }

    private static PdfPCell plain(String text, Font font) {
        var cell = new PdfPCell(Type.phrase(text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(Type.LINE);
        cell.setBorderWidth(0.5f);
        cell.setPaddingTop(5);
        cell.setPaddingBottom(7);
        cell.setPaddingLeft(0);
        cell.setLeading(0, 1.25f);
        return cell;
    }

    /** Label, bar and number in one line: readable without colour, and copied as text. */
    private static PdfPTable bars(List<Print.Value> bars, Type type) {
        var table = full(new float[] {36, 50, 14});
        long most = bars.stream().mapToLong(Print.Value::value).max().orElse(1);
        for (var bar : bars) {
            table.addCell(bare(bar.label(), type.text, Element.ALIGN_LEFT));
            var drawn = bare("", type.text, Element.ALIGN_LEFT);
            drawn.setCellEvent((cell, place, canvases) -> {
                var canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
                float width = Math.max(1, (place.getWidth() - 10) * bar.value() / Math.max(1, most));
                canvas.setColorFill(Type.ACCENT);
                canvas.rectangle(place.getLeft() + 4, place.getBottom() + (place.getHeight() - 9) / 2, width, 9);
                canvas.fill();
            });
            table.addCell(drawn);
            table.addCell(bare(bar.written(), type.text, Element.ALIGN_RIGHT));
        }
        return table;
    }

    private static PdfPCell bare(String text, Font font, int align) {
        var cell = new PdfPCell(Type.phrase(text, font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingTop(3);
        cell.setPaddingBottom(5);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(0);
        cell.setHorizontalAlignment(align);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    private static PdfPTable table(Print.Table content, Type type) {
        var widths = new float[content.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = content.widths().get(i);
        }
        var table = full(widths);
        table.setHeaderRows(1);
        for (int column = 0; column < widths.length; column++) {
            var cell = cell(content.heading().get(column), type.smallStrong, content.numbers().contains(column));
            cell.setBackgroundColor(Type.PALE);
            table.addCell(cell);
        }
        for (var row : content.rows()) {
            for (int column = 0; column < widths.length; column++) {
                table.addCell(cell(row.get(column), type.small, content.numbers().contains(column)));
            }
        }
        return table;
    }

    private static PdfPCell cell(String text, Font font, boolean number) {
        var cell = new PdfPCell(Type.phrase(text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(Type.LINE);
        cell.setBorderWidth(0.5f);
        cell.setPadding(4);
        cell.setPaddingBottom(6);
        cell.setLeading(0, 1.2f);
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    private static PdfPTable full(float[] widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(12);
        return table;
    }
}
