package org.innsyn.ui.services;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.function.Consumer;

/** Passes a package from a service to the browser as it comes. Its address is good in this session only. */
public final class PackageDownload implements DownloadHandler {

    private static final int NOTHING_TO_FETCH = 410;
    private static final int AWAY = 503;

    private final Consumer<Downloads.Target> fetch;
    private final String fileName;

    /** @param fetch asks the service for it */
    public PackageDownload(Consumer<Downloads.Target> fetch, String fileName) {
        this.fetch = fetch;
        this.fileName = fileName;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try {
            fetch.accept(sizeBytes -> {
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
