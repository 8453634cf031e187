package org.innsyn.schemas.accesslog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the access control table says of an access. */
public enum Verdict {
    @JsonProperty("within-policy") WITHIN_POLICY,
    /** No line of the table allows it: deny by default. */
    @JsonProperty("outside-policy") OUTSIDE_POLICY,
    /** A person's view of their own data, or a system the table does not judge. */
    @JsonProperty("not-judged") NOT_JUDGED
}
