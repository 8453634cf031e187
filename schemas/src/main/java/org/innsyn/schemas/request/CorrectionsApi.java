package org.innsyn.schemas.request;

import java.util.UUID;
import org.innsyn.schemas.request.CorrectionCommands.Correct;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionList;
import org.innsyn.schemas.request.CorrectionCommands.Drop;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What a request for rectification wants changed (GDPR Art. 16), field by field. It can be changed until the request is decided; whoever changes it after it was
 * prepared has prepared it anew. Once it is approved, systems that can are corrected and looked up again; people do the rest. Problems: {@code not-found} 404,
 * {@code not-now} 409, {@code stale} 409, {@code invalid} 422, {@code reading-not-recorded} 503.
 */
@HttpExchange("/api/v1/requests/{id}/corrections")
public interface CorrectionsApi {

    /** What is wanted, and what became of it. Roles: the subject the request belongs to, case-handler, controller, dpo. */
    @GetExchange
    CorrectionList corrections(@PathVariable("id") UUID id);

    /** Says what a field has to say; what was said before of the same field is forgotten. Roles: the subject the request belongs to, until it is prepared; case-handler. */
    @PostExchange
    CorrectionList correct(@PathVariable("id") UUID id, @RequestBody Correct command);

    /** Takes one back. Roles: the subject the request belongs to, until it is prepared; case-handler. */
    @PostExchange("/removal")
    CorrectionList drop(@PathVariable("id") UUID id, @RequestBody Drop command);
}
