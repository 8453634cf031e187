package org.innsyn.dsr.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.innsyn.dsr.export.CopyStore;
import org.innsyn.dsr.request.CopyPackage;
import org.innsyn.dsr.request.RequestCommand.FetchCopy;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.web.Problem;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands out finished copies, to the person alone, and while they last. */
@Component
class CopyCounter {

    private final Desk desk;
    private final CopyStore store;
    private final RequestVault vault;
    private final FreshSignIn freshSignIn;
    private final HttpServletResponse response;
    private final Clock clock;

    /** @param response the answer to the current call */
    CopyCounter(Desk desk, CopyStore store, RequestVault vault, FreshSignIn freshSignIn, HttpServletResponse response, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.vault = vault;
        this.freshSignIn = freshSignIn;
        this.response = response;
        this.clock = clock;
    }

    Resource fetch(RequestId id, Reader reader) {
        var request = desk.find(id).filter(it -> it.person().equals(desk.partyIn(it, reader))).orElseThrow(Desk::notFound);
        freshSignIn.require();
        var copy = request.copy();
        var key = vault.bytes(id, Field.COPY_KEY);
        if (copy != null && (key.isEmpty() || !copy.expiresAt().isAfter(clock.instant()))) {
            throw new Problem(409, "not-now", "The copy is no longer there", "Its time was over and it was removed. You can ask for a new one.");
        }
        desk.send(new FetchCopy(id, request.person(), clock.instant()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("copy-" + request.reference() + ".zip").build().toString());
        return open(id, key.orElseThrow(), copy);
    }

    private Resource open(RequestId id, byte[] key, CopyPackage copy) {
        try {
            InputStream content = store.open(id, key);
            return new InputStreamResource(content) {
                @Override
                public long contentLength() {
                    return copy.sizeBytes();
                }
            };
        } catch (IOException e) {
            throw new Problem(500, "unexpected", "The copy cannot be read", "Its file is missing or damaged. Ask for a new copy; nothing else is affected.");
        }
    }
}
