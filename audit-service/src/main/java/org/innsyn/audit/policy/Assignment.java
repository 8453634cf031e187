package org.innsyn.audit.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was to the company from one time to another. The staff directory is a list of these; somebody may hold several at once.
 *
 * @param staff random reference to the member of staff; null for an actor that is only what its reporter claims
 * @param unit path of the unit ("support/tier-1")
 * @param role code of the role, if the company has roles
 * @param groups codes of groups, in order
 * @param from first instant, inclusive
 * @param to last instant, exclusive; null while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assignment(
        @Nullable UUID staff, @Nullable String unit, @Nullable String role, List<String> groups, Instant from, @Nullable Instant to)
        implements Comparable<Assignment> {

    private static final Comparator<Assignment> ORDER = Comparator
            .comparing((Assignment each) -> Objects.toString(each.staff))
            .thenComparing(Assignment::from)
            .thenComparing(each -> Objects.toString(each.unit))
            .thenComparing(each -> Objects.toString(each.role))
            .thenComparing(each -> each.groups.toString())
            .thenComparing(each -> Objects.toString(each.to));

    public Assignment {
        groups = groups.stream().sorted().distinct().toList();
    }

    /** An actor the directory does not know, taken at its reporter's word. */
    static Assignment claimed(@Nullable String unit, @Nullable String role) {
        return new Assignment(null, unit, role, List.of(), Instant.MIN, null);
    }

    /** Whether it was so at that time. */
    public boolean holdsAt(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }

    /** Whether what a reporter says of the actor may be meant of this; a unit above the real one is no lie. */
    boolean agreesWith(@Nullable String claimedUnit, @Nullable String claimedRole) {
        return (claimedUnit == null || Paths.covers(claimedUnit, unit)) && (claimedRole == null || role == null || claimedRole.equals(role));
    }

    @Override
    public int compareTo(Assignment other) {
        return ORDER.compare(this, other);
    }
}
