package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a notice is about. */
public enum NoticeKind {
    /** The request is here, and by when an answer is owed (GDPR Art. 12(3)). */
    @JsonProperty("received") RECEIVED,
    /** Something has to be answered first (Art. 12(6)). */
    @JsonProperty("question") QUESTION,
    /** It is known who asks. */
    @JsonProperty("identity-confirmed") IDENTITY_CONFIRMED,
    /** It takes up to two months more, and why (Art. 12(3)). */
    @JsonProperty("extension") EXTENSION,
    /** It was decided, and is being carried out. */
    @JsonProperty("decided") DECIDED,
    /** It is carried out. */
    @JsonProperty("carried-out") CARRIED_OUT,
    /** Some of it is not carried out yet, or is kept by law (Art. 12(4)). */
    @JsonProperty("partly") PARTLY,
    /** It was refused; complaint and court (Art. 12(4)). */
    @JsonProperty("refused") REFUSED,
    /** A restriction ends, and why (Art. 18(3)). */
    @JsonProperty("lifting") LIFTING,
    /** A code that shows whose address it is. */
    @JsonProperty("code") CODE,
    /** To somebody who was given the data (Art. 19). */
    @JsonProperty("recipient") RECIPIENT
}
