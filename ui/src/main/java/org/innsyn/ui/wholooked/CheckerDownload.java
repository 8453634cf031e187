package org.innsyn.ui.wholooked;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;

/** The page that checks proofs without a connection, to be kept by the person. */
final class CheckerDownload implements DownloadHandler {

    private static final String PAGE = "/org/innsyn/verifier/verify.html";

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try (var page = CheckerDownload.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("the verifier's page is not on the class path");
            }
            var bytes = page.readAllBytes();
            event.setFileName("verify.html");
            event.setContentType("text/html");
            event.setContentLength(bytes.length);
            event.getOutputStream().write(bytes);
        }
    }
}
