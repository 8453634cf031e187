package org.innsyn.schemas.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of the transparency log.
 *
 * @param number counted from 1 for each origin
 * @param verifierKey what others check signatures with: {@code <name>+<hex key id>+<base64>}
 * @param openedAt since when it signs
 * @param signsUntil when it stops, or stopped; null for the newest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogKey(int number, String verifierKey, Instant openedAt, @Nullable Instant signsUntil) {}
