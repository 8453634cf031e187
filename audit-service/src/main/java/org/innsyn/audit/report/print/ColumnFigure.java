package org.innsyn.audit.report.print;

import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** Upright columns over a line of labels; the largest is written out, so that the others can be judged by it. */
final class ColumnFigure {

    private static final float HEIGHT = 170;
    private static final float BELOW = 22;
    private static final float ABOVE = 18;
    private static final int LABELS = 6;

    private ColumnFigure() {}

    static void add(Document document, PdfWriter writer, List<Print.Value> columns, Type type) {
        if (columns.isEmpty()) {
            return;
        }
        float width = document.right() - document.left();
        var drawing = writer.getDirectContent().createTemplate(width, HEIGHT);
        draw(drawing, columns, width, type);
        var image = Image.getInstance(drawing);
        image.setSpacingBefore(8);
        image.setSpacingAfter(12);
        document.add(image);
    }

    private static void draw(PdfContentByte drawing, List<Print.Value> columns, float width, Type type) {
        long most = Math.max(1, columns.stream().mapToLong(Print.Value::value).max().orElse(1));
        float step = width / columns.size();
        float bar = Math.min(26, Math.max(0.6f, step * 0.72f));
        int every = Math.ceilDiv(columns.size(), LABELS);
        boolean written = false;
        drawing.setColorStroke(Type.LINE);
        drawing.setLineWidth(0.5f);
        drawing.moveTo(0, BELOW);
        drawing.lineTo(width, BELOW);
        drawing.stroke();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            float middle = step * i + step / 2;
            float height = (HEIGHT - BELOW - ABOVE) * column.value() / most;
            drawing.setColorFill(Type.ACCENT);
            drawing.rectangle(middle - bar / 2, BELOW, bar, height);
            drawing.fill();
            if (!written && column.value() == most) {
                written = true;
                text(drawing, column.written(), middle, BELOW + height + 5, width, type);
            }
            if (i % every == 0) {
                text(drawing, column.label(), middle, BELOW - 13, width, type);
            }
        }
    }

    /** Centred, as far as the edges let it. */
    private static void text(PdfContentByte drawing, String text, float middle, float y, float width, Type type) {
        float half = type.base.getWidthPoint(text, 8) / 2;
        float at = Math.max(half, Math.min(width - half, middle));
        ColumnText.showTextAligned(drawing, Element.ALIGN_CENTER, Type.phrase(text, type.small), at, y, 0);
    }
}
