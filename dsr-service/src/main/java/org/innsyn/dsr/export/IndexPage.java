package org.innsyn.dsr.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.schemas.accesslog.AccessEntry;

/** {@code index.html}: the copy as a person reads it. Opens without a network and runs nothing. */
final class IndexPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>A copy of your data</title>
            <style>
            :root { color-scheme: light dark; --accent: light-dark(#0b6b63, #6fd0c5); --line: light-dark(#d6dedd, #3a4645); }
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; }
            h1, h2 { line-height: 1.25; } h2 { margin-top: 2.5rem; }
            a { color: var(--accent); }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
            caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); }
            </style></head><body><main>""";

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZONE);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(ZONE);

    private final Html html = new Html();

    /** @param ended how many entries of the access log had ended with their time */
    static String of(CopyContents contents, List<ItemSummary> items, Collection<AccessEntry> newest, long ended) {
        var page = new IndexPage();
        page.html.raw(HEAD);
        page.opening(contents, items);
        page.accessLog(contents, newest, ended);
        page.items(items);
        page.leftOut(contents);
        page.closing();
        page.html.raw("</main></body></html>");
        return page.html.toString();
    }

    private void opening(CopyContents contents, List<ItemSummary> items) {
        html.text("h1", "A copy of your data");
        html.text("p", "You asked on %s (request %s). This is what was held about you when the copy was approved on %s (GDPR Art. 15)."
                .formatted(day(contents.receivedAt()), contents.reference(), day(contents.decidedAt())));
        html.raw("<ul>");
        if (contents.includesAccessLog()) {
            html.raw("<li><a href=\"#access-log\">Who looked at your data</a>: " + entries(contents) + "</li>");
        }
        items.forEach(item -> html.raw("<li><a href=\"#%s\">%s</a>: %s</li>"
                .formatted(item.name(), Html.escape(item.title()), records(item.records()))));
        html.raw("</ul>");
    }

    private void items(List<ItemSummary> items) {
        for (var item : items) {
            html.raw("<h2 id=\"" + item.name() + "\">" + Html.escape(item.title()) + "</h2>");
            switch (item) {
                case TableSummary table -> table(table);
                case FilesSummary files -> files(files);
            }
        }
    }

    private void table(TableSummary table) {
        html.raw("<p>%s Everything: <a href=\"data/%2$s.csv\">CSV</a>, <a href=\"data/%2$s.json\">JSON</a>.</p>"
                .formatted(shown(table.shown().size(), table.rows()), table.name()));
        if (!table.shown().isEmpty()) {
            html.table(table.title(), table.fields().stream().map(IndexPage::label).toList(), table.shown());
        }
    }

    private void files(FilesSummary files) {
        html.text("p", files.records() == 0 ? "Nothing is held." : records(files.records()) + ". Everything is in the folder " + files.name() + ".");
        if (files.shown().size() < files.parts()) {
            html.text("p", "Showing %d of %d parts.".formatted(files.shown().size(), files.parts()));
        }
        if (!files.shown().isEmpty()) {
            html.links(files.title(), List.of("Name", "Records", "Files"), files.shown());
        }
    }

    /** A column's name as people read it: "customer_number" becomes "Customer number". */
    private static String label(String field) {
        String words = field.replace('_', ' ').strip();
        return words.isEmpty() ? field : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void accessLog(CopyContents contents, Collection<AccessEntry> newest, long ended) {
        if (!contents.includesAccessLog()) {
            return;
        }
        html.raw("<h2 id=\"access-log\">Who looked at your data</h2>");
        html.raw("<p>%s Everything: <a href=\"access-log.csv\">CSV</a>, <a href=\"access-log.jsonl\">JSON Lines</a>.</p>"
                .formatted(shown(newest.size(), contents.ledger() == null ? 0 : contents.ledger().head())));
        if (ended > 0) {
            html.text("p", "The first %s of them are not here any more: an entry is kept for as long as somebody can be asked to answer for it, and their time was over.".formatted(ended));
        }
        html.text("p", (ended > 0 ? "Every other" : "Every") + " access that a connected system reported is listed. What no system reported is not covered.");
        html.raw("<p>You need not take our word for it: <a href=\"access-log-proofs.jsonl\">proofs</a> show that each entry stands in the signed log, in its place, and a <a href=\"completeness.json\">statement</a> how many there are. "
                + "The checking program shares no code with us and needs no connection.</p>");
        if (!newest.isEmpty()) {
            html.table("The newest accesses", List.of("When", "Who", "What", "Data", "Why", "Legal basis"), newest.stream().map(IndexPage::row).toList());
        }
    }

    private static List<Object> row(AccessEntry entry) {
        return Arrays.asList(
                MINUTE.format(entry.occurredAt()),
                who(entry.actor()),
                entry.operation().name().toLowerCase(Locale.ROOT),
                entry.object() + " (" + String.join(", ", entry.categories()) + ")",
                entry.purpose(),
                entry.legalBasis());
    }

    private static String who(AccessEntry.ActorView actor) {
        String kind = switch (actor.kind()) {
            case STAFF -> "Somebody of the staff";
            case SYSTEM -> "A program";
            case SUBJECT -> "You";
            case PROCESSOR -> "A processor";
            case AUTHORITY -> "An authority";
        };
        return actor.unit() == null ? kind : kind + ", " + actor.unit() + (actor.role() == null ? "" : " (" + actor.role() + ")");
    }

    private void leftOut(CopyContents contents) {
        if (contents.leftOut().isEmpty()) {
            return;
        }
        html.text("h2", "What is left out, and why");
        html.raw("<ul>");
        contents.leftOut().forEach(decision -> html.text(
                "li", decision.item() + ": " + (decision.ground() == null ? "" : Grounds.text(decision.ground()).orElse(decision.ground()))));
        html.raw("</ul>");
    }

    private void closing() {
        html.text("h2", "What you can do with this");
        html.text("p", "You can ask us to correct or delete data, to restrict its use, and object to it (GDPR Art. 16 to 21). "
                + "You can complain to the data protection authority, in Norway Datatilsynet, and go to court (Art. 77, 79).");
        html.text("p", "manifest.json lists every file with its SHA-256 sum, so that anybody can check that nothing was changed. " + Csv.NOTE);
    }

    private static String entries(CopyContents contents) {
        return records(contents.ledger() == null ? 0 : contents.ledger().head());
    }

    private static String records(long count) {
        return count == 1 ? "1 record" : count + " records";
    }

    private static String shown(long shown, long all) {
        return all == 0 ? "Nothing is held." : shown < all ? "Showing %d of %d records.".formatted(shown, all) : records(all) + ".";
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }
}
