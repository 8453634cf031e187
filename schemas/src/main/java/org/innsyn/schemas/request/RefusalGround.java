package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a whole request is refused (GDPR Art. 11(2), 12(2), 12(4), 12(5)). */
public enum RefusalGround {
    /** It cannot be made sure who asks. */
    @JsonProperty("not-identified") NOT_IDENTIFIED("IdentityVerificationFailure"),
    /** Manifestly unfounded; the controller proves it. */
    @JsonProperty("manifestly-unfounded") MANIFESTLY_UNFOUNDED("ProcessUnfounded"),
    /** Excessive, in particular repetitive; the controller proves it. */
    @JsonProperty("excessive") EXCESSIVE("ProcessExcessive"),
    /** A law says that the right does not apply. */
    @JsonProperty("exempted") EXEMPTED("LegallyExempted"),
    /** Nothing is held that the right could be exercised on. */
    @JsonProperty("nothing-held") NOTHING_HELD("FulfilmentImpossible"),
    /** Another one, told in the reason. */
    @JsonProperty("other") OTHER("NonFulfilmentJustification");

    private static final String VOCABULARY = "https://w3id.org/dpv/justifications#";

    private final String term;

    RefusalGround(String term) {
        this.term = term;
    }

    /** The ground's IRI in the W3C Data Privacy Vocabulary, justifications extension. */
    public String iri() {
        return VOCABULARY + term;
    }
}
