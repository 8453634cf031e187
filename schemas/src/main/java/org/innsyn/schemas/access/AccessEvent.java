package org.innsyn.schemas.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An access as a CloudEvents 1.0 event in structured mode. Attributes this record does not name are allowed, as the
 * specification says, and not kept.
 *
 * @param specversion always "1.0"
 * @param type always {@value #TYPE}
 * @param source the reporting application (a URI reference); a token allows only its own
 * @param id unique within the source: the same id with the same content is a duplicate, with other content a conflict
 * @param time when it happened, with an offset (RFC 3339); CloudEvents leaves it optional, an access without a time is none
 * @param datacontenttype "application/json" or absent
 * @param dataschema absent or {@value #SCHEMA}
 * @param data the access
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccessEvent(
        String specversion,
        String type,
        String source,
        String id,
        OffsetDateTime time,
        @Nullable String datacontenttype,
        @Nullable String dataschema,
        AccessData data) {

    public static final String TYPE = "org.innsyn.access.v1";
    public static final String SCHEMA = "urn:innsyn:schema:access-event:1";
    /** The Kafka topic that means the same as {@link AccessEventsApi#report}. One event a record, keyed by source. */
    public static final String TOPIC = "innsyn.access-events.v1";
    /** Where records go that could not be recorded: {@link RejectedRecord}, never their content. */
    public static final String REJECTED_TOPIC = "innsyn.access-events.rejected.v1";
    /** The largest event, in bytes of its JSON. */
    public static final int MAX_BYTES = 256 * 1024;

    public static AccessEvent of(String source, String id, OffsetDateTime time, AccessData data) {
        return new AccessEvent("1.0", TYPE, source, id, time, "application/json", SCHEMA, data);
    }
}
