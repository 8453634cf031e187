package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it was made sure who asks. No copies of identity papers are kept: only how, by whom and when (GDPR Art. 5(1)(c), 12(6)). */
public enum IdentityMethod {
    /** The person signed in to the portal. */
    @JsonProperty("portal-session") PORTAL_SESSION,
    /** Called back, or written to, at an address that was known before. */
    @JsonProperty("known-address") KNOWN_ADDRESS,
    /** Answered what only the customer knows. */
    @JsonProperty("known-facts") KNOWN_FACTS,
    /** Signed with a qualified electronic signature or a state's electronic identity. */
    @JsonProperty("electronic-identity") ELECTRONIC_IDENTITY,
    /** Came in person and showed a paper, which was handed back. */
    @JsonProperty("in-person") IN_PERSON,
    /** Gave a code that was sent to an address that was known before. */
    @JsonProperty("one-time-code") ONE_TIME_CODE
}
