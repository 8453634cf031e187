package org.innsyn.ui.services;

import java.util.UUID;
import org.springframework.web.client.RestClient;

/** Fetches the bundle of an audit report, passed on as it comes: {@code ReportsApi.download} without holding it in memory. */
public final class ReportDownloads {

    private final Downloads downloads;

    ReportDownloads(RestClient audit) {
        downloads = new Downloads(audit, "/api/v1/reports/{id}/download");
    }

    /** @throws ServiceProblem when the service does not give it */
    public void fetch(UUID report, Downloads.Target target) {
        downloads.fetch(report, target);
    }
}
