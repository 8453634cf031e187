package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a finding was found to be. */
public enum Conclusion {
    /** It was right to do it. */
    @JsonProperty("legitimate") LEGITIMATE,
    /** A rule of the house was broken. */
    @JsonProperty("violation") VIOLATION,
    /** A personal data breach (GDPR Art. 4(12)): to be documented, perhaps notified (Art. 33, 34). */
    @JsonProperty("breach") BREACH
}
