package org.innsyn.audit.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody was told of a breach.
 *
 * @param told whether
 * @param at when; null where they were not
 * @param late whether that was after the time the law gives
 * @param reason names the sealed text that says why not, or why late; null where nothing was said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Told(boolean told, @Nullable Instant at, boolean late, @Nullable UUID reason) {}
