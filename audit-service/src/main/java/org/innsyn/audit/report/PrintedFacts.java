package org.innsyn.audit.report;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.innsyn.audit.report.print.Print;
import org.innsyn.audit.report.print.Print.Bars;
import org.innsyn.audit.report.print.Print.Block;
import org.innsyn.audit.report.print.Print.Columns;
import org.innsyn.audit.report.print.Print.Fact;
import org.innsyn.audit.report.print.Print.Facts;
import org.innsyn.audit.report.print.Print.Heading;
import org.innsyn.audit.report.print.Print.Paragraph;
import org.innsyn.audit.report.print.Print.Section;
import org.innsyn.audit.report.print.Print.Table;
import org.innsyn.audit.report.print.Print.Value;
import org.jspecify.annotations.Nullable;

/** What a report says, in words of its language: the text of {@code report.pdf}. */
final class PrintedFacts {

    private static final int BARS = 25;
    private static final int MOST_DAYS_LISTED = 62;

    private final ReportFacts facts;
    private final Instant now;
    private final Locale locale;
    private final ResourceBundle words;
    private final NumberFormat numbers;

    PrintedFacts(ReportFacts facts, Instant now) {
        this.facts = facts;
        this.now = now;
        this.locale = Locale.forLanguageTag(facts.job().language());
        this.words = ResourceBundle.getBundle("org.innsyn.audit.report.words", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.numbers = NumberFormat.getIntegerInstance(locale);
    }

    Print document() {
        var job = facts.job();
        return new Print(locale, say("title"), say("subtitle"), List.of(
                new Fact(say("period"), period()),
                new Fact(say("scope"), scope()),
                new Fact(say("log"), facts.checkpoint().note().lines().findFirst().orElseThrow()),
                new Fact(say("made"), moment(now)),
                new Fact(say("report"), job.id().toString()),
                new Fact(say("accesses"), number(facts.counts().listed()))),
                say("note"), say("contents"), say("page"), say("foot", job.id()), sections());
    }

    private List<Section> sections() {
        return List.of(
                new Section(say("short"), inShort()),
                new Section(say("time"), overTime()),
                new Section(say("why"), Stream.of(by("purpose"), by("legalBasis"), by("operation")).flatMap(List::stream).toList()),
                new Section(say("who"), Stream.of(by("unit"), by("actorKind"), by("source")).flatMap(List::stream).toList()),
                new Section(say("what"), Stream.of(by("category"), recipients()).flatMap(List::stream).toList()),
                new Section(say("rules"), rules()),
                new Section(say("findings"), findings()),
                new Section(say("breaches"), breaches()),
                new Section(say("erasures"), erasures()),
                new Section(say("check"), check()));
    }

    private List<Block> inShort() {
        var counts = facts.counts();
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(say("short.text", counts.listed(), facts.tally().of("purpose").size(), facts.tally().of("unit").size(), facts.tally().of("source").size())));
        blocks.add(new Facts(List.of(
                new Fact(say("short.within"), number(count("verdict", "within-policy"))),
                new Fact(say("short.outside"), number(count("verdict", "outside-policy"))),
                new Fact(say("short.not-judged"), number(count("verdict", "not-judged"))),
                new Fact(say("short.findings"), number(facts.findingCount())),
                new Fact(say("short.breaches"), number(facts.breaches().size())),
                new Fact(say("short.erasures"), number(facts.erasures().size())),
                new Fact(say("short.closed"), number(counts.closed())))));
        blocks.add(new Heading(say("complete")));
        blocks.add(new Paragraph(say("complete.text", facts.end() - facts.first(), counts.listed(), counts.outside(), counts.closed(), counts.other())));
        blocks.add(new Paragraph(say("complete.not")));
        return blocks;
    }

    private long count(String kind, String value) {
        return facts.tally().of(kind).stream().filter(each -> each.value().equals(value)).mapToLong(Tally.Count::entries).sum();
    }

    private List<Block> overTime() {
        var counted = new java.util.HashMap<String, Long>();
        facts.tally().days().forEach(day -> counted.put(day.day(), day.entries()));
        var first = facts.job().from().atZone(facts.job().zone()).toLocalDate();
        var last = facts.job().to().minusMillis(1).atZone(facts.job().zone()).toLocalDate();
        var days = first.datesUntil(last.plusDays(1)).toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(say("time.text", facts.job().zone().getId())));
        blocks.add(new Columns(days.stream().map(day -> value(date(day), counted.getOrDefault(day.toString(), 0L))).toList()));
        if (days.size() <= MOST_DAYS_LISTED) {
            blocks.add(new Table(List.of(say("day"), say("accesses")), List.of(7, 3), List.of(1),
                    days.stream().map(day -> List.of(date(day), number(counted.getOrDefault(day.toString(), 0L)))).toList()));
        }
        return blocks;
    }

    private List<Block> by(String kind) {
        var counts = facts.tally().of(kind);
        var bars = new ArrayList<Value>();
        counts.stream().limit(BARS).forEach(each -> bars.add(value(named(kind, each.value()), each.entries())));
        long rest = counts.stream().skip(BARS).mapToLong(Tally.Count::entries).sum() + facts.tally().others(kind);
        if (rest > 0) {
            bars.add(value(say("others"), rest));
        }
        return List.of(new Heading(say("by." + kind)), bars.isEmpty() ? new Paragraph(say("none")) : new Bars(bars));
    }

    private String named(String kind, String value) {
        if (value.equals(Tally.NONE)) {
            return say("not-said");
        }
        return switch (kind) {
            case "operation", "actorKind", "verdict", "legalBasis" -> word(kind + "." + value, value);
            default -> value;
        };
    }

    private List<Block> recipients() {
        var blocks = new ArrayList<>(by("recipient"));
        blocks.add(1, new Paragraph(say("recipient.text")));
        return blocks;
    }

    private List<Block> rules() {
        var blocks = new ArrayList<>(by("verdict"));
        blocks.add(new Heading(say("tables")));
        blocks.add(facts.tables().isEmpty() ? new Paragraph(say("tables.none")) : new Table(
                List.of(say("tables.number"), say("tables.name"), say("tables.from"), say("tables.until"), say("tables.grants")), List.of(1, 3, 4, 4, 2), List.of(0, 4),
                facts.tables().stream().map(table -> List.of(String.valueOf(table.number()), table.name(), table.validFrom().equals(Instant.EPOCH) ? say("tables.always") : moment(table.validFrom()),
                        table.until() == null ? say("tables.still") : moment(table.until()), number(table.grants().size()))).toList()));
        blocks.add(new Paragraph(say("tables.text")));
        return blocks;
    }

    private List<Block> findings() {
        if (facts.findings().isEmpty()) {
            return List.of(new Paragraph(say("findings.none")));
        }
        var became = new ArrayList<List<String>>();
        facts.findings().forEach((kind, states) -> states.forEach((state, count) -> became.add(List.of(word("finding." + kind, kind), word("became." + state, state), number(count)))));
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(say("findings.text", facts.findingCount())));
        blocks.add(new Table(List.of(say("findings.kind"), say("findings.became"), say("findings.count")), List.of(6, 4, 2), List.of(2), became));
        blocks.add(new Heading(say("findings.each")));
        blocks.add(new Table(List.of(say("findings.raised"), say("findings.kind"), say("findings.about"), say("accesses"), say("findings.became")), List.of(4, 5, 7, 2, 4), List.of(3),
                facts.someFindings().stream().map(each -> List.of(moment(each.raisedAt()), word("finding." + each.kind(), each.kind()), about(each), number(each.occurrences()),
                        word("became." + (each.conclusion() == null ? each.state() : each.conclusion()), each.state()) + (each.reason() == null ? "" : " (" + each.reason() + ")"))).toList()));
        if (facts.findingCount() > facts.someFindings().size()) {
            blocks.add(new Paragraph(say("findings.more", facts.someFindings().size())));
        }
        return blocks;
    }

    private static String about(Surroundings.FindingLine finding) {
        return String.join(", ", Stream.of(finding.unit(), finding.object(), finding.purpose(), finding.source(), finding.actor()).filter(java.util.Objects::nonNull).toList());
    }

    private List<Block> breaches() {
        if (facts.breaches().isEmpty()) {
            return List.of(new Paragraph(say("breaches.none")));
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(say("breaches.text")));
        for (var each : facts.breaches()) {
            blocks.add(new Heading(say("breaches.one", each.breach())));
            blocks.add(new Facts(List.of(
                    new Fact(say("breaches.origin"), say(each.byFinding() ? "breaches.by-finding" : "breaches.by-somebody")),
                    new Fact(say("breaches.aware"), moment(each.awareAt())),
                    new Fact(say("breaches.kinds"), each.kinds().isEmpty() ? say("breaches.not-yet")
                            : String.join(", ", each.kinds().stream().map(kind -> say("breach." + kind.name().toLowerCase(Locale.ROOT))).toList())),
                    new Fact(say("breaches.categories"), each.categories().isEmpty() ? say("breaches.not-yet") : String.join(", ", each.categories())),
                    new Fact(say("breaches.how-many"), each.people() == null ? say("breaches.not-yet") : say("breaches.counted", each.people(), each.records())),
                    new Fact(say("breaches.authority"), decided(each.authority(), say("breaches.by", moment(each.notifyBy())))),
                    new Fact(say("breaches.persons"), decided(each.persons(), "")),
                    new Fact(say("breaches.closed"), each.closedAt() == null ? say("breaches.open") : moment(each.closedAt())))));
        }
        return blocks;
    }

    /** @param until what is said while it is not decided */
    private String decided(BreachLine.@Nullable Decision decision, String until) {
        if (decision == null) {
            return until.isEmpty() ? say("breaches.undecided") : say("breaches.undecided") + " " + until;
        }
        var told = decision.told() ? say(decision.late() ? "breaches.told-late" : "breaches.told", moment(decision.at())) : say("breaches.not-told");
        return decision.explained() ? told + " " + say("breaches.explained") : told;
    }

    private List<Block> erasures() {
        if (facts.erasures().isEmpty()) {
            return List.of(new Paragraph(say("erasures.none")));
        }
        return List.of(new Paragraph(say("erasures.text")), new Table(
                List.of(say("erasures.person"), say("erasures.what"), say("erasures.at"), say("erasures.unreadable"), say("erasures.beyond")), List.of(5, 3, 4, 4, 4), List.of(),
                facts.erasures().stream().limit(500).map(each -> List.of(each.person(), word("erasure." + each.action(), each.action()), moment(each.at()), moment(each.unreadableSince()),
                        moment(each.beyondRecoverySince()))).toList()));
    }

    private List<Block> check() {
        return List.of(new Paragraph(say("check.text")), new Facts(List.of(
                new Fact(say("check.log-key"), facts.logKey()),
                new Fact(say("check.report-key"), facts.reportKey()),
                new Fact(say("check.run"), say("check.run.text", facts.first(), facts.end() - 1)),
                new Fact(say("check.checkpoint"), say("check.checkpoint.text", facts.checkpoint().size())),
                new Fact(say("check.root"), facts.checkpoint().note().lines().skip(2).findFirst().orElse("")),
                new Fact(say("check.earlier"), facts.earlier() == null ? say("check.earlier.none") : say("check.checkpoint.text", facts.earlier().size())))),
                new Heading(say("word")), new Paragraph(say("word.text")),
                new Heading(say("requests")), new Paragraph(say("requests.text")));
    }

    private String period() {
        return say("period.text", moment(facts.job().from()), moment(facts.job().to()), facts.job().zone().getId());
    }

    private String scope() {
        var scope = facts.job().scope();
        var parts = new ArrayList<String>();
        add(parts, "scope.units", scope.units());
        add(parts, "scope.purposes", scope.purposes());
        add(parts, "scope.sources", scope.sources());
        add(parts, "scope.categories", scope.categories());
        return parts.isEmpty() ? say("scope.all") : String.join("; ", parts);
    }

    private void add(List<String> parts, String key, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(say(key) + ": " + String.join(", ", values));
        }
    }

    private Value value(String label, long value) {
        return new Value(label, value, number(value));
    }

    private String number(long number) {
        return numbers.format(number);
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "–" : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(facts.job().zone()).format(at);
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    /** A word for a code; the code itself where there is none. */
    private String word(String key, String code) {
        try {
            return say(key);
        } catch (MissingResourceException none) {
            return code;
        }
    }
}
