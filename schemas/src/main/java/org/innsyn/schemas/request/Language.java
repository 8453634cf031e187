package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The languages people are written to in. */
public enum Language {
    @JsonProperty("en") EN,
    /** Norwegian Bokmål. */
    @JsonProperty("nb") NB
}
