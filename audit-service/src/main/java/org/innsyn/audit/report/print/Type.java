package org.innsyn.audit.report.print;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/** Fonts, sizes and colours: one embedded family, one accent. */
final class Type {

    static final Color INK = new Color(0x1c, 0x27, 0x2b);
    static final Color SOFT = new Color(0x5a, 0x68, 0x6d);
    static final Color ACCENT = new Color(0x0e, 0x62, 0x66);
    static final Color PALE = new Color(0xe3, 0xee, 0xee);
    static final Color LINE = new Color(0xc9, 0xd3, 0xd5);

    private static final int LONGEST = 600;

    final Font title;
    final Font subtitle;
    final Font section;
    final Font heading;
    final Font text;
    final Font strong;
    final Font soft;
    final Font small;
    final Font smallStrong;
    final BaseFont base;

    /** Fonts are made for one document: what is used of them is embedded there. */
    Type() {
        base = font("Regular");
        var bold = font("Bold");
        title = new Font(bold, 30, Font.NORMAL, ACCENT);
        subtitle = new Font(base, 15, Font.NORMAL, SOFT);
        section = new Font(bold, 18, Font.NORMAL, ACCENT);
        heading = new Font(bold, 12, Font.NORMAL, INK);
        text = new Font(base, 10, Font.NORMAL, INK);
        strong = new Font(bold, 10, Font.NORMAL, INK);
        soft = new Font(base, 10, Font.NORMAL, SOFT);
        small = new Font(base, 8, Font.NORMAL, INK);
        smallStrong = new Font(bold, 8, Font.NORMAL, INK);
    }

    private static BaseFont font(String style) {
        var name = "LiberationSans-" + style + ".ttf";
        try (InputStream file = Type.class.getResourceAsStream("/liberation/" + name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, Objects.requireNonNull(file, name).readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + name + " cannot be read", e);
        }
    }

    /** Text as it is to be seen: what would steer a reader's eye elsewhere is shown as its code, and nothing runs on for ever. */
    static Phrase phrase(String text, Font font) {
        return new Phrase(printable(text), font);
    }

    static String printable(String text) {
        var cut = text.codePointCount(0, text.length()) > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
        return cut.codePoints().mapToObj(c -> steers(c) ? "<U+%04X>".formatted(c) : Character.toString(c)).collect(Collectors.joining());
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
