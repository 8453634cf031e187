package org.innsyn.dsr.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.innsyn.dsr.connector.StorageRule;
import org.innsyn.dsr.register.ProcessingRegister;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.policy.GrantedUse;
import org.jspecify.annotations.Nullable;

/** {@code index.html}: the copy as a person reads it, in one language. Opens without a network and runs nothing. */
final class IndexPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --accent: light-dark(#0b6b63, #6fd0c5); --line: light-dark(#d6dedd, #3a4645); }
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; }
            h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.5rem; }
            a { color: var(--accent); }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
            caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%%); }
            th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); }
            </style></head><body><main>""";

    private final Html html = new Html();
    private final Words words;
    private final Found found;

    /**
     * What was found while the copy was written.
     *
     * @param contents what was decided
     * @param items what was written
     * @param newest the newest entries of the access log, newest first
     * @param ended how many entries of the access log had ended with their time
     * @param observed what the access log shows
     * @param register what is written down about the processing
     * @param uses what the access control table allows
     * @param rules by which systems keep what is held
     * @param withheld records that are kept out of what is given
     */
    record Found(
            CopyContents contents, List<ItemSummary> items, Collection<AccessEntry> newest, long ended, Observed observed, ProcessingRegister register,
            List<GrantedUse> uses, List<StorageRule> rules, List<Withheld.Line> withheld) {}

    private IndexPage(Words words, Found found) {
        this.words = words;
        this.found = found;
    }

    /** @param other the page in the other language */
    static String of(Found found, Words words, Words other) {
        var page = new IndexPage(words, found);
        page.html.raw(HEAD.formatted(words.locale().getLanguage(), Html.escape(words.say("title"))));
        page.html.raw("<p><a href=\"%s\" lang=\"%s\">%s</a></p>".formatted(other.file(), other.locale().getLanguage(), Html.escape(other.say("this-language"))));
        page.opening();
        page.accessLog();
        page.items();
        page.leftOut();
        if (found.contents().tellsAboutProcessing()) {
            new ProcessingPage(page.html, words, found).write();
        }
        page.closing();
        page.html.raw("</main></body></html>");
        return page.html.toString();
    }

    private void opening() {
        var contents = found.contents();
        html.text("h1", words.say("title"));
        html.text("p", words.say(contents.tellsAboutProcessing() ? "opening.access" : "opening.portability",
                words.day(contents.receivedAt()), contents.reference(), words.day(contents.decidedAt())));
        html.raw("<ul>");
        if (contents.includesAccessLog()) {
            link("access-log", words.say("log"), words.records(head()));
        }
        found.items().forEach(item -> link(item.name(), words.say(item.title()), words.records(item.records())));
        if (contents.tellsAboutProcessing()) {
            link("processing", words.say("processing"), words.say("processing.what"));
        }
        html.raw("</ul>");
    }

    private void link(String place, String title, String what) {
        html.raw("<li><a href=\"#%s\">%s</a>: %s</li>".formatted(place, Html.escape(title), Html.escape(what)));
    }

    private long head() {
        var ledger = found.contents().ledger();
        return ledger == null ? 0 : ledger.head();
    }

    private void items() {
        for (var item : found.items()) {
            html.raw("<h2 id=\"" + item.name() + "\">" + Html.escape(words.say(item.title())) + "</h2>");
            switch (item) {
                case TableSummary table -> table(table);
                case FilesSummary files -> files(files);
            }
        }
    }

    private void table(TableSummary table) {
        html.raw("<p>%1$s %2$s <a href=\"data/%3$s.csv\">CSV</a>, <a href=\"data/%3$s.json\">JSON</a>.</p>"
                .formatted(Html.escape(shown(table.shown().size(), table.rows())), Html.escape(words.say("everything")), table.name()));
        if (!table.shown().isEmpty()) {
            html.table(words.say(table.title()), table.fields().stream().map(IndexPage::label).toList(), table.shown());
        }
    }

    private void files(FilesSummary files) {
        html.text("p", files.records() == 0 ? words.say("nothing") : words.say("files", words.records(files.records()), files.name()));
        if (files.shown().size() < files.parts()) {
            html.text("p", words.say("parts", String.valueOf(files.shown().size()), String.valueOf(files.parts())));
        }
        if (!files.shown().isEmpty()) {
            html.links(words.say(files.title()), List.of(words.say("name"), words.say("records.head"), words.say("files.head")), files.shown());
        }
    }

    /** A column's name as people read it: "customer_number" becomes "Customer number". */
    private static String label(String field) {
        String words = field.replace('_', ' ').strip();
        return words.isEmpty() ? field : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void accessLog() {
        if (!found.contents().includesAccessLog()) {
            return;
        }
        html.raw("<h2 id=\"access-log\">" + Html.escape(words.say("log")) + "</h2>");
        html.raw("<p>%s %s <a href=\"access-log.csv\">CSV</a>, <a href=\"access-log.jsonl\">JSON Lines</a>.</p>"
                .formatted(Html.escape(shown(found.newest().size(), head())), Html.escape(words.say("everything"))));
        if (found.ended() > 0) {
            html.text("p", words.say("log.ended", String.valueOf(found.ended())));
        }
        html.text("p", words.say(found.ended() > 0 ? "log.every-other" : "log.every"));
        html.raw("<p>" + Html.escape(words.say("log.proofs"))
                .replace("[proofs]", "<a href=\"access-log-proofs.jsonl\">" + Html.escape(words.say("log.proofs.link")) + "</a>")
                .replace("[statement]", "<a href=\"completeness.json\">" + Html.escape(words.say("log.statement.link")) + "</a>") + "</p>");
        if (!found.newest().isEmpty()) {
            html.table(words.say("log.newest"),
                    List.of(words.say("log.when"), words.say("log.who"), words.say("log.what"), words.say("log.data"), words.say("log.why"), words.say("log.basis")),
                    found.newest().stream().map(this::row).toList());
        }
    }

    private List<@Nullable Object> row(AccessEntry entry) {
        return Arrays.asList(
                words.minute(entry.occurredAt()),
                who(entry.actor()),
                words.find("operation." + entry.operation().name()).orElseGet(() -> entry.operation().name().toLowerCase(Locale.ROOT)),
                entry.object() + " (" + String.join(", ", entry.categories()) + ")",
                purpose(entry.purpose()),
                words.find("basis." + entry.legalBasis()).orElse(entry.legalBasis()));
    }

    private String purpose(String code) {
        var known = found.register().purposes().get(code);
        return known == null ? code : words.say(known.text());
    }

    private String who(AccessEntry.ActorView actor) {
        String kind = words.say("actor." + actor.kind().name());
        return actor.unit() == null ? kind : kind + ", " + actor.unit() + (actor.role() == null ? "" : " (" + actor.role() + ")");
    }

    private void leftOut() {
        if (found.contents().leftOut().isEmpty() && found.withheld().isEmpty()) {
            return;
        }
        html.text("h2", words.say("left-out"));
        html.raw("<ul>");
        found.contents().leftOut().forEach(decision -> html.text(
                "li", decision.item() + ": " + (decision.ground() == null ? "" : words.ground(decision.ground()))));
        found.withheld().forEach(line -> html.text("li", words.say("withheld", line.item(), words.records(line.records()), words.ground(line.ground()))));
        html.raw("</ul>");
    }

    private void closing() {
        html.text("h2", words.say("closing"));
        if (!found.contents().tellsAboutProcessing()) {
            html.text("p", words.say("rights.text"));
        }
        html.text("p", words.say("closing.manifest"));
        html.text("p", words.say("closing.csv"));
    }

    private String shown(long shown, long all) {
        return all == 0 ? words.say("nothing") : shown < all ? words.say("showing", String.valueOf(shown), String.valueOf(all)) : words.records(all) + ".";
    }
}
