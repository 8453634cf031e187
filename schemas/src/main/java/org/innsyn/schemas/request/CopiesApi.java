package org.innsyn.schemas.request;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.CopyLinks.CopyLink;
import org.innsyn.schemas.request.CopyLinks.MakeCopyLink;
import org.innsyn.schemas.request.CopyLinks.RedeemCopyLink;
import org.innsyn.schemas.request.Withholdings.WithheldPart;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Fetching a copy on another machine than the one the person signs in on: a link that works once. Problems: {@code not-found} 404, {@code not-now} 409 when
 * no copy lies ready, {@code sign-in-again} 403 when making a link needs a fresh sign-in, {@code invalid} 422.
 */
@HttpExchange("/api/v1")
public interface CopiesApi {

    /**
     * Makes a link, and ends the one made before. Role: the subject the request belongs to, freshly signed in.
     *
     * @return what the link carries behind its {@code #}; it is told once and kept nowhere
     */
    @PostExchange("/requests/{id}/copy-link")
    CopyLink makeLink(@PathVariable("id") UUID id, @RequestBody MakeCopyLink command);

    /**
     * What was kept out of the copy because it is other people's, too (GDPR Art. 15(4), 20(4)): how many records of which item and on what ground, never which.
     * Empty before the request is decided. Role: the subject the request belongs to.
     */
    @GetExchange("/requests/{id}/withheld")
    List<WithheldPart> withheld(@PathVariable("id") UUID id);

    /**
     * The package of a link, a ZIP; where a password was set, a ZIP encrypted under it (AES-256, AE-2) that holds the package. Once: afterwards, and for
     * every other token, {@code not-found} 404. Without signing in; by POST so that nothing that only follows links spends it. Role: anyone.
     */
    @PostExchange(url = "/copies/redeem", accept = "application/zip")
    Resource redeem(@RequestBody RedeemCopyLink link);

    /**
     * The keys copies are or were signed with, one a line, the newest first: {@code <name>+<hex key id>+<base64>}. For whoever was given a copy and wants to know
     * whose it is. Role: anyone.
     */
    @GetExchange(url = "/copies/keys", accept = "text/plain")
    String keys();
}
