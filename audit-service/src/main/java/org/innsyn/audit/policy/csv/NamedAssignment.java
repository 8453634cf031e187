package org.innsyn.audit.policy.csv;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.policy.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * A line of the staff directory as people write it: a member of staff by the id they go by.
 *
 * @param staff the id every reporting application uses for them
 */
public record NamedAssignment(String staff, String unit, @Nullable String role, List<String> groups, Instant from, @Nullable Instant to) {

    /** With the member's reference in place of the id. */
    public Assignment of(UUID reference) {
        return new Assignment(reference, unit, role, groups, from, to);
    }

    /** Never the id. */
    @Override
    public String toString() {
        return "NamedAssignment[" + unit + "]";
    }
}
