package org.innsyn.ui.entry;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a page of the log shows, all of it, as a table to keep: fetched page by page and passed on as it comes, so that a long log needs no
 * room. Each page is read as the screen reads it, and recorded likewise.
 */
public final class LogExport implements DownloadHandler {

    private static final int AWAY = 503;

    private final Function<@Nullable String, AccessLogPage> read;
    private final boolean forStaff;
    private final String fileName;
    private final Words words;
    private final ZoneId zone;
    private final Sentence sentence;

    /**
     * @param read gives the page after a cursor; null for the first
     * @param forStaff whether whose data it was and who looked is told
     * @param fileName names nobody
     */
    public LogExport(Function<@Nullable String, AccessLogPage> read, boolean forStaff, String fileName, Words words, ZoneId zone) {
        this.read = read;
        this.forStaff = forStaff;
        this.fileName = fileName;
        this.words = words;
        this.zone = zone;
        this.sentence = new Sentence(words);
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        AccessLogPage page;
        try {
            page = read.apply(null);
        } catch (ServiceProblem e) {
            event.getResponse().sendError(AWAY, "The log cannot be read just now. Nothing is lost; try again in a moment.");
            return;
        }
        event.setFileName(fileName);
        event.setContentType("text/csv;charset=UTF-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        var out = event.getOutputStream();
        // Spreadsheets take a file without this mark for another encoding.
        out.write(("\uFEFF" + Csv.row(columns())).getBytes(StandardCharsets.UTF_8));
        while (true) {
            for (var entry : page.entries()) {
                out.write(Csv.row(row(entry)).getBytes(StandardCharsets.UTF_8));
            }
            if (page.next() == null) {
                return;
            }
            page = read.apply(page.next());
        }
    }

    private List<String> columns() {
        var names = Stream.of("number", "when", "said", "unit", "kind", "operation", "object", "categories", "purpose", "basis", "verdict", "source", "case", "justification");
        return Stream.concat(names, forStaff ? Stream.of("actor", "whose") : Stream.empty()).map(name -> words.say("export." + name)).toList();
    }

    List<String> row(AccessEntry entry) {
        var details = entry.details();
        var row = new ArrayList<>(List.of(
                String.valueOf(entry.number()), entry.occurredAt().atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS).toString(),
                forStaff ? "" : sentence.of(entry), or(entry.actor().unit()), Words.name(entry.actor().kind()), Words.name(entry.operation()), entry.object(),
                String.join(" ", entry.categories()), entry.purpose(), entry.legalBasis(), Words.name(entry.verdict()), entry.source(),
                or(details == null ? null : details.caseReference()), or(details == null ? null : details.justification())));
        if (forStaff) {
            row.add(or(entry.actor().id()));
            row.add(details == null || details.identifiers() == null ? "" : details.identifiers().stream().map(Identifier::value).collect(Collectors.joining(" ")));
        }
        return row;
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }
}
