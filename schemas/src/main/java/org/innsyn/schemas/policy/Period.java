package org.innsyn.schemas.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time by {@code occurredAt}.
 *
 * @param from first instant, inclusive; absent for the beginning
 * @param to last instant, exclusive; absent for now
 */
public record Period(@Nullable Instant from, @Nullable Instant to) {

    public boolean includes(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }
}
