package org.innsyn.ui.wholooked;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogApi;
import org.innsyn.schemas.accesslog.AccessLogApi.ProofQuery;
import org.innsyn.schemas.proof.EntryProof;
import org.innsyn.ui.services.ServiceProblem;
import tools.jackson.databind.json.JsonMapper;

/** Fetches an entry's proof when it is asked for, and hands it to the browser as a file. */
final class ProofDownload implements DownloadHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOT_YET = 503;

    private final AccessLogApi log;
    private final AccessEntry entry;

    ProofDownload(AccessLogApi log, AccessEntry entry) {
        this.log = log;
        this.entry = entry;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        byte[] proof;
        try {
            proof = JSON.writeValueAsBytes(log.proof(new ProofQuery(entry.id())));
        } catch (ServiceProblem e) {
            event.getResponse().sendError(NOT_YET, "The proof is not ready. Nothing is lost; ask again in a moment.");
            return;
        }
        event.setFileName("entry-" + entry.number() + EntryProof.FILE_SUFFIX);
        event.setContentType("application/json");
        event.setContentLength(proof.length);
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getOutputStream().write(proof);
    }
}
