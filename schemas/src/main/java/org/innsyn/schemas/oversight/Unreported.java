package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source did not report in time.
 *
 * @param read which read, as 64 hex digits that say nothing; null for numbers a source skipped
 * @param first the first missing number or part
 * @param last the last one, included
 * @param noticedAt when it was noticed that it is missing
 * @param arrivedAt when it was seen that it came after all; null while it is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Unreported(@Nullable String read, long first, long last, Instant noticedAt, @Nullable Instant arrivedAt) {}
