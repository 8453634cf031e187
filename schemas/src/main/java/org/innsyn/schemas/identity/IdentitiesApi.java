package org.innsyn.schemas.identity;

import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Telling Innsyn which identifiers are verified for which account. Needs scope {@code identity:report}. */
@HttpExchange("/api/v1/identities")
public interface IdentitiesApi {

    /** The most identities in one call. */
    int MAX_IDENTITIES = 1_000;

    /** Takes over a list of identities; saying the same again changes nothing. */
    @PostExchange
    Accepted report(@RequestBody List<Identity> identities);

    /**
     * @param accounts how many accounts were taken over
     * @param ambiguous how many e-mail addresses or phone numbers now stand with more than one account, and so resolve for none
     */
    record Accepted(int accounts, int ambiguous) {}
}
