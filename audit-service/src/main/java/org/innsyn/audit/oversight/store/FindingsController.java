package org.innsyn.audit.oversight.store;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.audit.accesslog.ShownEntries;
import org.innsyn.audit.breach.store.Breaches;
import org.innsyn.audit.disclosure.store.Names;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.oversight.FindingCommand;
import org.innsyn.audit.oversight.FindingCommand.AssignFinding;
import org.innsyn.audit.oversight.FindingCommand.ConcludeFinding;
import org.innsyn.audit.oversight.FindingCommand.ReopenFinding;
import org.innsyn.audit.oversight.FindingId;
import org.innsyn.audit.oversight.FindingRefused;
import org.innsyn.audit.oversight.store.FindingRows.Filter;
import org.innsyn.audit.oversight.store.FindingRows.Place;
import org.innsyn.audit.oversight.store.FindingRows.Row;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingQuery;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.schemas.oversight.FindingsApi;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Findings over HTTP. */
@RestController
class FindingsController implements FindingsApi {

    private static final Pattern REASON = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final int SHORTEST_NOTE = 10;
    /** For each, two people decide something: who read thousands is a matter for a breach record. */
    private static final int MOST_NAMES = 100;

    private final Findings findings;
    private final FindingRows rows;
    private final FindingNotes notes;
    private final MissingRows missing;
    private final Actors actors;
    private final ShownEntries entries;
    private final Breaches breaches;
    private final Names names;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FindingsController(Findings findings, FindingRows rows, FindingNotes notes, MissingRows missing, Actors actors, ShownEntries entries, Breaches breaches, Names names, TransactionTemplate transaction, Clock clock) {
        this.findings = findings;
        this.rows = rows;
        this.notes = notes;
        this.missing = missing;
        this.actors = actors;
        this.entries = entries;
        this.breaches = breaches;
        this.names = names;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public FindingPage search(FindingQuery query) {
        int size = requireNonNullElse(query.size(), FindingQuery.DEFAULT_SIZE);
        if (size < 1 || size > FindingQuery.MAX_SIZE) {
            throw new Problem(422, "invalid", "The page size is out of range", "size must be 1 to " + FindingQuery.MAX_SIZE + ".");
        }
        var filter = new Filter(Set.copyOf(requireNonNullElse(query.states(), List.of())), Set.copyOf(requireNonNullElse(query.kinds(), List.of())),
                Boolean.TRUE.equals(query.mine()) ? Optional.of(caller()) : Optional.empty());
        var page = rows.list(filter, Optional.ofNullable(query.cursor()).map(FindingsController::place), size);
        var next = page.size() < size ? null : cursor(page.getLast());
        return new FindingPage(views(page), next, rows.count(filter), rows.open());
    }

    @Override
    public FindingView find(UUID finding) {
        return views(List.of(row(finding))).getFirst();
    }

    @Override
    public List<AccessEntry> entries(UUID finding) {
        row(finding);
        return entries.toStaff(SignedIn.current(), "dpo", rows.entries(finding, MAX_ENTRIES));
    }

    @Override
    public FindingView assign(UUID finding, Move move) {
        return changed(finding, new AssignFinding(new FindingId(finding), move.version(), caller(), now()));
    }

    @Override
    public FindingView conclude(UUID finding, Conclude conclude) {
        if (conclude.conclusion() == null || conclude.reason() == null || !REASON.matcher(conclude.reason()).matches()) {
            throw new Problem(422, "invalid", "The conclusion is incomplete", "conclusion and reason are needed; reason is a code like agreed-with-unit. Nothing was changed.");
        }
        var note = requireNonNullElse(conclude.note(), "").strip();
        if (note.length() < SHORTEST_NOTE || note.length() > Conclude.MAX_NOTE) {
            throw new Problem(422, "invalid", "Say why", "note needs " + SHORTEST_NOTE + " to " + Conclude.MAX_NOTE + " characters. Nothing was changed.");
        }
        var row = row(finding);
        var id = new FindingId(finding);
        return refusing(() -> transaction.execute(status -> {
            findings.handle(new ConcludeFinding(id, conclude.version(), conclude.conclusion(), conclude.reason(), notes.keep(id.value(), note), caller(), now()));
            if (conclude.conclusion() != Conclusion.LEGITIMATE && row.actor() != null) {
                names.foundWrong(finding, row.actor(), rows.accesses(finding, MOST_NAMES), now());
            }
            if (conclude.conclusion() == Conclusion.BREACH) {
                breaches.shownBy(finding, caller(), now());
            }
            return find(finding);
        }));
    }

    @Override
    public FindingView reopen(UUID finding, Move move) {
        return changed(finding, new ReopenFinding(new FindingId(finding), move.version(), caller(), now()));
    }

    private FindingView changed(UUID finding, FindingCommand command) {
        row(finding);
        return refusing(() -> {
            findings.handle(command);
            return find(finding);
        });
    }

    private static FindingView refusing(java.util.function.Supplier<FindingView> work) {
        try {
            return work.get();
        } catch (FindingRefused e) {
            throw new Problem(409, e.code(), "The finding was not changed", e.getMessage() + " Nothing was changed.");
        }
    }

    private Row row(UUID finding) {
        return rows.find(finding).orElseThrow(() -> new Problem(404, "not-found", "There is no such finding", "No finding has this id."));
    }

    private List<FindingView> views(List<Row> page) {
        var names = actors.ids(page.stream().flatMap(row -> Stream.of(row.actor(), row.assignee())).filter(Objects::nonNull).collect(Collectors.toSet()));
        var opened = notes.open(page.stream().map(Row::note).filter(Objects::nonNull).toList());
        var unreported = missing.of(page.stream().filter(row -> row.actor() == null).map(Row::id).toList());
        var caller = SignedIn.current().id();
        return page.stream().map(row -> {
            var assignee = name(names.get(row.assignee()), row.assignee());
            return new FindingView(row.id(), row.sequence(), row.kind(), row.state(), row.raisedAt(), row.firstAt(), row.lastAt(), row.occurrences(), row.source(),
                    row.actor() == null ? null : names.get(row.actor()), row.unit(), row.object(), row.purpose(), row.figures(), assignee, caller.equals(assignee),
                    row.conclusion(), row.reason(), row.note() == null ? null : opened.get(row.note()), row.concludedAt(),
                    unreported.get(row.id()));
        }).toList();
    }

    private static @Nullable String name(@Nullable String known, @Nullable UUID reference) {
        return reference == null ? null : requireNonNullElse(known, reference.toString());
    }

    private UUID caller() {
        return actors.ofCaller(SignedIn.current().id(), clock.instant().atZone(clock.getZone()).getYear());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String cursor(Row last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((last.raisedAt() + " " + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw new Problem(422, "invalid", "The page cannot be found", "cursor must be one that an earlier page gave. Start again from the first page.");
        }
    }
}
