package org.innsyn.schemas.report;

import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Audit reports. Roles: regulator, dpo, controller; a regulator sees the reports they asked for, the others see all. Asking for one and
 * fetching one is recorded in the staff log first, and when that cannot be done nothing happens (problem {@code reading-not-recorded}, 503).
 * Other problems: {@code not-found} 404, {@code not-ready} 409, {@code too-many} 409 when the caller has several unfinished ones,
 * {@code gone} 410, {@code invalid} 422 with the field that is wrong. The bundle's format is {@code docs/report-format.md}.
 */
@HttpExchange("/api/v1/reports")
public interface ReportsApi {

    /** Reports one person may have in the making. */
    int MAX_UNFINISHED = 3;

    /** What such a report would list. */
    @PostExchange("/preview")
    ReportPreview preview(@RequestBody ReportRequest request);

    /** Has one made in the background. */
    @PostExchange
    ReportView ask(@RequestBody ReportRequest request);

    /** Newest first, at most 100. */
    @GetExchange
    List<ReportView> list();

    @GetExchange("/{id}")
    ReportView get(@PathVariable("id") UUID id);

    /** The bundle, a ZIP. By POST so that no link in a log or history fetches it. */
    @PostExchange(url = "/{id}/download", accept = "application/zip")
    Resource download(@PathVariable("id") UUID id);

    /** The verifier key that signs reports; open to everybody. */
    @GetExchange(url = "/key", accept = "text/plain")
    String key();
}
