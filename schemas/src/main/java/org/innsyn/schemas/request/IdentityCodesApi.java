package org.innsyn.schemas.request;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * For people who wrote or called and have no sign-in: a code to their known address shows that the request is theirs. Nobody has to sign in, and nobody
 * learns whether there is such a request, an address, or a right code: every answer of {@link #askForCode} is the same, and so is every refusal of
 * {@link #giveCode}.
 */
@HttpExchange("/api/v1/identity-codes")
public interface IdentityCodesApi {

    /** Role: anyone. Sends a code, if the reference is one of an open request and an address is known. */
    @PostExchange
    Heard askForCode(@RequestBody AskForCode command);

    /** Role: anyone. Problem {@code code-wrong} 422, whatever is wrong. */
    @PostExchange("/confirmation")
    Heard giveCode(@RequestBody GiveCode command);

    /** @param reference the request's, as it stands in the letter ("R-7Q4K-2M") */
    record AskForCode(String reference) {}

    /**
     * @param reference the request's
     * @param code eight digits
     */
    record GiveCode(String reference, String code) {
        @Override
        public String toString() {
            return "GiveCode[]";
        }
    }

    /** @param text what happens now, in English */
    record Heard(String text) {}
}
