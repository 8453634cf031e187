package org.innsyn.dsr.export;

import java.util.List;
import org.innsyn.dsr.connector.FileSink.Shown;
import org.jspecify.annotations.Nullable;

/** Builds a page out of escaped text. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Markup of our own, as it is. */
    Html raw(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    /** An element with text in it. */
    Html text(String element, String text) {
        page.append('<').append(element).append('>').append(escape(text)).append("</").append(element).append(">\n");
        return this;
    }

    Html table(String caption, List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        open(caption, heads);
        for (var row : rows) {
            page.append("<tr>");
            row.forEach(value -> page.append("<td>").append(value == null ? "" : escape(value.toString())).append("</td>"));
            page.append("</tr>\n");
        }
        return close();
    }

    /** A table of parts and their files. */
    Html links(String caption, List<String> heads, List<Shown> parts) {
        open(caption, heads);
        for (var part : parts) {
            page.append("<tr><td>").append(escape(part.name())).append("</td><td>").append(part.records()).append("</td><td>");
            for (var file : part.files()) {
                page.append("<a href=\"").append(escape(file.path())).append("\">").append(escape(file.path())).append("</a> ");
            }
            page.append("</td></tr>\n");
        }
        return close();
    }

    private void open(String caption, List<String> heads) {
        page.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").append(escape(caption)).append("\"><table><caption>")
                .append(escape(caption)).append("</caption><thead><tr>");
        heads.forEach(head -> page.append("<th scope=\"col\">").append(escape(head)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
    }

    private Html close() {
        page.append("</tbody></table></div>\n");
        return this;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
