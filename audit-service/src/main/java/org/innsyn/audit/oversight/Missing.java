package org.innsyn.audit.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Numbers or parts a source did not report, from {@code first} to {@code last}, both included.
 *
 * @param read a keyed hash of what the source calls the read (64 hex digits); null for numbers it skipped
 * @param noticedAt when it was noticed that they are missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Missing(@Nullable String read, long first, long last, Instant noticedAt) {

    public Missing {
        if (first > last) {
            throw new IllegalArgumentException("a range has at least one number");
        }
    }

    /** How many are missing. */
    public long count() {
        return last - first + 1;
    }
}
