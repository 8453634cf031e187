package org.innsyn.schemas.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs, or signed, people's copies.
 *
 * @param number counted from 1
 * @param verifierKey what others check signatures with: {@code <name>+<hex key id>+<base64>}
 * @param openedAt since when it signs
 * @param retiredAt since when another one does; null for the newest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CopyKeyStatus(int number, String verifierKey, Instant openedAt, @Nullable Instant retiredAt) {}
