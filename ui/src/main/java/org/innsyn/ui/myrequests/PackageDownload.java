package org.innsyn.ui.myrequests;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.UUID;
import org.innsyn.ui.services.Downloads;
import org.innsyn.ui.services.ServiceProblem;

/** Passes a request's package from the service to the browser as it comes. Its address is good in this session only. */
final class PackageDownload implements DownloadHandler {

    private static final int NOTHING_TO_FETCH = 410;
    private static final int AWAY = 503;

    private final Downloads downloads;
    private final UUID request;
    private final String fileName;

    PackageDownload(Downloads downloads, UUID request, String fileName) {
        this.downloads = downloads;
        this.request = request;
        this.fileName = fileName;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try {
            downloads.fetch(request, sizeBytes -> {
                event.setFileName(fileName);
                event.setContentType("application/zip");
                event.getResponse().setHeader("Cache-Control", "no-store");
                if (sizeBytes >= 0) {
                    event.setContentLength(sizeBytes);
                }
                return event.getOutputStream();
            });
        } catch (ServiceProblem e) {
            event.getResponse().sendError(
                    e.kind() == ServiceProblem.Kind.NOT_FOUND ? NOTHING_TO_FETCH : AWAY, "The package could not be fetched.");
        }
    }
}
