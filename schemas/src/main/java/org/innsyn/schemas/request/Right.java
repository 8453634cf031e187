package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which right a request exercises. */
public enum Right {
    /** GDPR Art. 15: a copy of everything. */
    @JsonProperty("access") ACCESS("A15"),
    /** GDPR Art. 16: what is wrong is corrected. */
    @JsonProperty("rectification") RECTIFICATION("A16"),
    /** GDPR Art. 17. */
    @JsonProperty("erasure") ERASURE("A17"),
    /** GDPR Art. 18: kept, and used for nothing else. */
    @JsonProperty("restriction") RESTRICTION("A18"),
    /** GDPR Art. 20: what the person provided, to take elsewhere. */
    @JsonProperty("portability") PORTABILITY("A20"),
    /** GDPR Art. 21: no longer used for a purpose. */
    @JsonProperty("objection") OBJECTION("A21"),
    /** GDPR Art. 22: a person looks at what a machine decided. */
    @JsonProperty("human-review") HUMAN_REVIEW("A22"),
    /** GDPR Art. 7(3): no longer used on the ground of a consent. */
    @JsonProperty("consent-withdrawal") CONSENT_WITHDRAWAL("A7-3");

    private static final String VOCABULARY = "https://w3id.org/dpv/legal/eu/gdpr#";

    private final String term;

    Right(String term) {
        this.term = term;
    }

    /** The right's IRI in the W3C Data Privacy Vocabulary, GDPR extension. */
    public String iri() {
        return VOCABULARY + term;
    }
}
