package org.innsyn.audit.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.audit.accesslog.ReportReadings;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.platform.files.SealedFolder;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.report.ReportPreview;
import org.innsyn.schemas.report.ReportRequest;
import org.innsyn.schemas.report.ReportScope;
import org.innsyn.schemas.report.ReportState;
import org.innsyn.schemas.report.ReportView;
import org.innsyn.schemas.report.ReportsApi;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
class ReportsController implements ReportsApi {

    private static final Duration LONGEST = Duration.ofDays(1_100);
    private static final int LONGEST_VALUE = 600;
    private static final Set<String> LANGUAGES = Set.of("en", "nb");
    private static final int LISTED = 100;

    private final ReportRows rows;
    private final ReportReadings readings;
    private final Surroundings surroundings;
    private final Actors actors;
    private final SealedFolder folder;
    private final VaultKeys keys;
    private final ReportKeys signing;
    private final HttpServletResponse response;
    private final Clock clock;

    /** @param response the answer to the current call */
    ReportsController(ReportRows rows, ReportReadings readings, Surroundings surroundings, Actors actors, SealedFolder reportFolder, VaultKeys keys, ReportKeys signing,
            HttpServletResponse response, Clock clock) {
        this.rows = rows;
        this.readings = readings;
        this.surroundings = surroundings;
        this.actors = actors;
        this.folder = reportFolder;
        this.keys = keys;
        this.signing = signing;
        this.response = response;
        this.clock = clock;
    }

    @Override
    public ReportPreview preview(ReportRequest request) {
        var asked = checked(request);
        readings.figures(SignedIn.current(), role());
        var preview = readings.preview(asked.from(), asked.to(), asked.scope());
        return new ReportPreview(preview.entries(), preview.choices(), surroundings.findings(asked.from(), asked.to()));
    }

    @Override
    public ReportView ask(ReportRequest request) {
        var asked = checked(request);
        if (rows.unfinished(caller()) >= MAX_UNFINISHED) {
            throw new Problem(409, "too-many", "Several reports are being made for you", "Wait until one is ready. Nothing new was begun.");
        }
        readings.asked(SignedIn.current(), role());
        return rows.add(asked).view();
    }

    @Override
    public List<ReportView> list() {
        return rows.list(seesAll() ? null : caller(), LISTED).stream().map(ReportJob::view).toList();
    }

    @Override
    public ReportView get(UUID id) {
        return job(id).view();
    }

    @Override
    public Resource download(UUID id) {
        var job = job(id);
        if (job.state() == ReportState.EXPIRED || job.expiresAt() != null && !job.expiresAt().isAfter(clock.instant())) {
            throw gone();
        }
        if (job.state() != ReportState.READY) {
            throw new Problem(409, "not-ready", "The report is not ready", "It is still being made, or it failed. Its state says which.");
        }
        readings.fetched(SignedIn.current(), role());
        var own = keys.byId(job.keyId()).orElseThrow(ReportsController::gone);
        try {
            var content = folder.open(job.file(), job.place(), own.open(job.id(), ReportMaker.KEY, 1, job.sealedKey()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("report-" + job.id() + ".zip").build().toString());
            return new InputStreamResource(content) {
                @Override
                public long contentLength() {
                    return job.sizeBytes();
                }
            };
        } catch (IOException e) {
            throw new Problem(500, "unexpected", "The report cannot be read", "Its file is missing or damaged. Ask for a new one; nothing else is affected.");
        }
    }

    @Override
    public String key() {
        return signing.all().stream().map(key -> key.verifierKey() + "\n").collect(Collectors.joining());
    }

    private ReportJob job(UUID id) {
        return rows.find(id).filter(job -> seesAll() || job.askedBy().equals(caller())).orElseThrow(() ->
                new Problem(404, "not-found", "There is no such report", "No report of yours has this id."));
    }

    private ReportRows.Asked checked(ReportRequest request) {
        if (request.from() == null || request.to() == null || request.zone() == null || request.language() == null || !LANGUAGES.contains(request.language())) {
            throw invalid("Something is missing", "from, to, zone and language (en or nb) are needed.");
        }
        var to = request.to().truncatedTo(ChronoUnit.MILLIS);
        var from = request.from().truncatedTo(ChronoUnit.MILLIS);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw invalid("The period cannot be reported", "from must be before to, and the period at most " + LONGEST.toDays() + " days long.");
        }
        if (to.isAfter(clock.instant())) {
            throw invalid("The period is not over", "to must not be in the future: what is not recorded yet cannot be reported.");
        }
        return new ReportRows.Asked(caller(), role(), from, to, request.zone(), request.language(), checked(request.scope()));
    }

    private static ReportScope checked(@Nullable ReportScope scope) {
        var asked = scope == null ? ReportScope.EVERYTHING : scope;
        Stream.of(asked.units(), asked.purposes(), asked.sources(), asked.categories()).forEach(values -> {
            if (values.size() > ReportScope.MAX_VALUES || values.stream().anyMatch(value -> value == null || value.isEmpty() || value.length() > LONGEST_VALUE)) {
                throw invalid("The scope cannot be used", "Each list takes at most " + ReportScope.MAX_VALUES + " values of 1 to " + LONGEST_VALUE + " characters.");
            }
        });
        return asked;
    }

    private static Problem invalid(String title, String detail) {
        return new Problem(422, "invalid", title, detail);
    }

    private static Problem gone() {
        return new Problem(410, "gone", "The report is no longer there", "Its time was over and it was destroyed. Ask for a new one.");
    }

    private UUID caller() {
        return actors.ofCaller(SignedIn.current().id(), Instant.now(clock).atZone(clock.getZone()).getYear());
    }

    private static boolean seesAll() {
        return SignedIn.current().has("dpo") || SignedIn.current().has("controller");
    }

    private static String role() {
        var caller = SignedIn.current();
        return caller.has("regulator") ? "regulator" : caller.has("dpo") ? "dpo" : "controller";
    }
}
