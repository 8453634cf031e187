package org.innsyn.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was done to the data. The words follow FHIR AuditEvent's and OCSF's action lists where those have one. */
public enum Operation {
    @JsonProperty("read") READ,
    @JsonProperty("search") SEARCH,
    @JsonProperty("create") CREATE,
    @JsonProperty("update") UPDATE,
    @JsonProperty("delete") DELETE,
    @JsonProperty("export") EXPORT,
    /** Passed on to somebody outside; needs a named recipient (CJEU C-154/21). */
    @JsonProperty("disclose") DISCLOSE
}
