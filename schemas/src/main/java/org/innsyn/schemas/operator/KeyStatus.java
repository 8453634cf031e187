package org.innsyn.schemas.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a service's keys stand.
 *
 * @param store where epoch keys lie ("key folder")
 * @param epoch the epoch that wraps the keys of people now; null before the first key
 * @param openedAt since when
 * @param closing epochs whose keys are still to be destroyed; not 0 only while a rotation runs or after one was interrupted
 * @param live how many keys of people, staff or requests can open something
 * @param destroyed how many were destroyed and are never issued again
 * @param beyondRecoveryBefore what was destroyed before this moment cannot be brought back from any backup; null before the first key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyStatus(
        String store, @Nullable String epoch, @Nullable Instant openedAt, long closing, long live, long destroyed, @Nullable Instant beyondRecoveryBefore) {}
