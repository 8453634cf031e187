package org.innsyn.audit.report.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.innsyn.audit.report.print.Print.Bars;
import org.innsyn.audit.report.print.Print.Columns;
import org.innsyn.audit.report.print.Print.Fact;
import org.innsyn.audit.report.print.Print.Facts;
import org.innsyn.audit.report.print.Print.Heading;
import org.innsyn.audit.report.print.Print.Paragraph;
import org.innsyn.audit.report.print.Print.Section;
import org.innsyn.audit.report.print.Print.Table;
import org.innsyn.audit.report.print.Print.Value;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What is printed can be read, whatever somebody put into it. */
class PdfTest {

    private static final String HOSTILE = "\u202Egnirts\u0000\u0007<b>=HYPERLINK(\"http://x\")</b>" + "W".repeat(5_000);

    @Test
    void it_has_a_table_of_contents_page_numbers_and_norwegian_letters() throws IOException {
        var pdf = pdf(print("Tilsynsrapport", "Blåbærsyltetøy på Ærø"));
        Files.write(Files.createDirectories(Path.of("target", "reports")).resolve("print.pdf"), pdf);
        var reader = new PdfReader(pdf);
        var text = new PdfTextExtractor(reader);

        assertThat(text.getTextFromPage(1)).contains("Tilsynsrapport", "Blåbærsyltetøy på Ærø");
        assertThat(text.getTextFromPage(2)).contains("Innhold", "Over tid").contains("3").contains("Side 2 av " + reader.getNumberOfPages());
        assertThat(text.getTextFromPage(3)).contains("Over tid");
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1)).as("fonts are embedded").contains("/FontFile2").contains("LiberationSans");
    }

    @Test
    void hostile_text_stays_text() throws IOException {
        var reader = new PdfReader(pdf(print(HOSTILE, HOSTILE)));
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        assertThat(text.toString().replaceAll("\\s", "")).contains("<U+202E>gnirts<U+0000><U+0007><b>=HYPERLINK");
        assertThat(reader.getNumberOfPages()).isLessThan(40);
    }

    @Test
    void an_empty_document_is_one_too() throws IOException {
        assertThat(new PdfReader(pdf(new Print(Locale.ENGLISH, "Title", "", List.of(), "", "Contents", "Page %d of %d", "", List.of(
                new Section("Nothing", List.of(new Bars(List.of()), new Columns(List.of()), new Facts(List.of())))))))
                .getNumberOfPages()).isEqualTo(3);
    }

    private static byte[] pdf(Print print) {
        var out = new ByteArrayOutputStream();
        Pdf.write(print, out);
        return out.toByteArray();
    }

    private static Print print(String title, String word) {
        return new Print(Locale.forLanguageTag("nb"), title, word, List.of(new Fact("Periode", word), new Fact("Utvalg", "Hele virksomheten")), word, "Innhold", "Side %d av %d", "Tilsynsrapport", List.of(
                new Section("Over tid", List.of(new Paragraph(word), new Columns(IntStream.range(0, 90).mapToObj(i -> new Value(i + ". mars", (i * 37) % 101, String.valueOf((i * 37) % 101))).toList()))),
                new Section("Etter formål", List.of(new Heading("Etter formål"), new Bars(IntStream.range(1, 20).mapToObj(i -> new Value("formål " + i + " " + (i == 3 ? word : ""), 1_000 / i, String.valueOf(1_000 / i))).toList()))),
                new Section("Funn", List.of(new Table(List.of("Når", "Hva", "Antall"), List.of(3, 5, 2), List.of(2), IntStream.range(0, 120).mapToObj(i -> List.of("2. mars 2026", i == 7 ? word : "Utenfor tabellen", String.valueOf(i))).toList())))));
    }
}
