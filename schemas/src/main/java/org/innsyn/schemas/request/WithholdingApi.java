package org.innsyn.schemas.request;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.Withholdings.Contents;
import org.innsyn.schemas.request.Withholdings.Give;
import org.innsyn.schemas.request.Withholdings.Withhold;
import org.innsyn.schemas.request.Withholdings.Withholding;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Keeping single records out of a copy because they are other people's, too (GDPR Art. 15(4), 20(4)). Before the copy is made, and again where making it
 * failed; the person is told how many and why. Problems: {@code not-found} 404, {@code not-now} 409, {@code invalid} 422, {@code system-unavailable} 503
 * when a system does not answer, {@code reading-not-recorded} 503.
 */
@HttpExchange("/api/v1/requests/{id}")
public interface WithholdingApi {

    /**
     * What an item's part of the copy would hold now, record by record, in the order in which the copy holds it. Looking is recorded as an access before
     * anything is shown. Roles: case-handler, controller.
     *
     * @param item {@link RequestItem#key()}; needed, and not the access log
     * @param after how many records to leave out before the first one shown; 0 for the start
     */
    @GetExchange("/contents")
    Contents contents(@PathVariable("id") UUID id, @RequestParam(value = "item", required = false) @Nullable String item, @RequestParam(value = "after", defaultValue = "0") long after);

    /** What is withheld so far. Roles: case-handler, controller, dpo. */
    @GetExchange("/withholdings")
    List<Withholding> withholdings(@PathVariable("id") UUID id);

    /** Withholds a record; nothing happens for one that is withheld. Role: case-handler. */
    @PostExchange("/withholdings")
    List<Withholding> withhold(@PathVariable("id") UUID id, @RequestBody Withhold command);

    /** Gives a record after all. Role: case-handler. */
    @PostExchange("/withholdings/lifting")
    List<Withholding> give(@PathVariable("id") UUID id, @RequestBody Give command);
}
