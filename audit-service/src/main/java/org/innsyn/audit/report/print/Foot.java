package org.innsyn.audit.report.print;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** The foot of every page but the first. */
final class Foot extends PdfPageEventHelper {

    private final Print print;
    private final Type type;
    private final int of;
    private int pages;

    Foot(Print print, Type type, int of) {
        this.print = print;
        this.type = type;
        this.of = of;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        pages = writer.getPageNumber();
        if (pages == 1) {
            return;
        }
        var canvas = writer.getDirectContent();
        float y = document.bottom() - 26;
        canvas.setColorStroke(Type.LINE);
        canvas.setLineWidth(0.5f);
        canvas.moveTo(document.left(), y + 14);
        canvas.lineTo(document.right(), y + 14);
        canvas.stroke();
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, Type.phrase(print.foot(), type.small), document.left(), y, 0);
        ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, Type.phrase(print.page().formatted(pages, of), type.small), document.right(), y, 0);
    }

    int pages() {
        return pages;
    }
}
