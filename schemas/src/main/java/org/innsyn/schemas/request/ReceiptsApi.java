package org.innsyn.schemas.request;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Receipts of what was done. Problems: {@code not-found} 404, {@code not-now} 409 while nothing is carried out. */
@HttpExchange("/api/v1/requests/{id}/receipt")
public interface ReceiptsApi {

    /**
     * A signed note: {@value Receipt#FORMAT}, a {@link Receipt} as JSON on one line, an empty line and the signature, by a key for copies. Made anew whenever it
     * is asked for. Role: the subject the request belongs to.
     */
    @GetExchange(accept = "text/plain")
    String receipt(@PathVariable("id") UUID id);
}
