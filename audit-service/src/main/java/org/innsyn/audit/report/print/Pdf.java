package org.innsyn.audit.report.print;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.platform.files.StaysOpen;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Writes a {@link Print} as PDF. Set twice: the first time tells on which page everything is. */
public final class Pdf {

    private static final float MARGIN = 62;
    private static final float FOOT = 64;
    private static final float ROOM = 400;

    private final Print print;
    private final Type type = new Type();
    private final List<Integer> known;
    private final int pages;
    private final List<Integer> found = new ArrayList<>();

    private Pdf(Print print, List<Integer> known, int pages) {
        this.print = print;
        this.known = known;
        this.pages = pages;
    }

    /** @param out stays open */
    public static void write(Print print, OutputStream out) {
        var draft = new Pdf(print, print.sections().stream().map(section -> 0).toList(), 0);
        int pages = draft.set(OutputStream.nullOutputStream());
        new Pdf(print, draft.found, pages).set(new StaysOpen(out));
    }

    private int set(OutputStream out) {
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);
        var writer = PdfWriter.getInstance(document, out);
        var foot = new Foot(print, type, pages);
        writer.setPageEvent(foot);
        document.addTitle(Type.printable(print.title()));
        document.addCreator("Innsyn");
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(print.language().toLanguageTag()));
        titlePage(document);
        contents(document, writer);
        for (int i = 0; i < print.sections().size(); i++) {
            section(document, writer, i);
        }
        document.close();
        return foot.pages();
    }

    private void titlePage(Document document) {
        document.add(space(150));
        document.add(new Paragraph(34, Type.printable(print.title()), type.title));
        var subtitle = new Paragraph(22, Type.printable(print.subtitle()), type.subtitle);
        subtitle.setSpacingAfter(46);
        document.add(subtitle);
        document.add(Blocks.facts(print.facts(), type));
        var note = new Paragraph(14, Type.printable(print.note()), type.soft);
        note.setSpacingBefore(30);
        document.add(note);
    }

    private void contents(Document document, PdfWriter writer) {
        document.newPage();
        document.add(title(print.contents()));
        var table = new PdfPTable(new float[] {1, 9, 1});
        table.setWidthPercentage(100);
        for (int i = 0; i < print.sections().size(); i++) {
            table.addCell(line(String.valueOf(i + 1), Element.ALIGN_LEFT, i));
            table.addCell(line(print.sections().get(i).title(), Element.ALIGN_LEFT, i));
            table.addCell(line(String.valueOf(known.get(i)), Element.ALIGN_RIGHT, i));
        }
        document.add(table);
    }

    private PdfPCell line(String text, int align, int section) {
        var chunk = new Chunk(Type.printable(text), type.text);
        chunk.setLocalGoto("section-" + section);
        var cell = new PdfPCell(new org.openpdf.text.Phrase(chunk));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(Type.LINE);
        cell.setPaddingTop(6);
        cell.setPaddingBottom(8);
        cell.setHorizontalAlignment(align);
        return cell;
    }

    private void section(Document document, PdfWriter writer, int number) {
        var section = print.sections().get(number);
        // A short part begins where the one before ends, as long as something of it fits below its heading.
        boolean fits = number > 0 && writer.getVerticalPosition(true) > ROOM;
        if (!fits) {
            document.newPage();
        }
        found.add(writer.getPageNumber());
        var title = title((number + 1) + "  " + section.title());
        title.setSpacingBefore(fits ? 26 : 0);
        var target = new Chunk("", type.text);
        target.setLocalDestination("section-" + number);
        title.add(target);
        document.add(title);
        new PdfOutline(writer.getDirectContent().getRootOutline(), new PdfDestination(PdfDestination.FIT), Type.printable(section.title()));
        for (var block : section.blocks()) {
            Blocks.add(document, writer, block, type);
        }
    }

    private Paragraph title(String text) {
        var title = new Paragraph(24, Type.printable(text), type.section);
        title.setSpacingAfter(14);
        return title;
    }

    static Paragraph space(float height) {
        var space = new Paragraph(new Chunk(" "));
        space.setSpacingAfter(height);
        return space;
    }
}
