package org.innsyn.schemas.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is published about a Kafka record that could not be recorded: where it was and why, never what it held.
 *
 * @param source the event's source where it could be read
 * @param idHash a keyed hash of the event's id, base64url, where it could be read
 * @param topic the topic it came on
 * @param partition its partition
 * @param offset its offset
 * @param code why
 * @param rejectedAt when
 */
public record RejectedRecord(
        @Nullable String source,
        @Nullable String idHash,
        String topic,
        int partition,
        long offset,
        Rejection.Code code,
        Instant rejectedAt) {}
