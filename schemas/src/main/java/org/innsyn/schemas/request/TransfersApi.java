package org.innsyn.schemas.request;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.Transfers.StartTransfer;
import org.innsyn.schemas.request.Transfers.Transfer;
import org.innsyn.schemas.request.Transfers.Transferable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Taking mail, contacts and calendars straight into an account elsewhere (GDPR Art. 20(2)). Problems: {@code not-found} 404, {@code not-now} 409,
 * {@code sign-in-again} 403, {@code invalid} 422 when the address is none that may be reached.
 */
@HttpExchange("/api/v1/requests/{id}/transfers")
public interface TransfersApi {

    /**
     * Begins a transfer of one item of an approved portability request. The password is kept encrypted until the transfer is over. Role: the subject the request
     * belongs to, freshly signed in.
     */
    @PostExchange
    Transfer startTransfer(@PathVariable("id") UUID id, @RequestBody StartTransfer command);

    /** What of a request can be transferred: nothing before it is approved. Role: the subject the request belongs to. */
    @GetExchange("/possible")
    List<Transferable> transferable(@PathVariable("id") UUID id);

    /** All of a request, newest first. Role: the subject the request belongs to. */
    @GetExchange
    List<Transfer> transfers(@PathVariable("id") UUID id);
}
