package org.innsyn.audit.policy.store;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.policy.Assignment;

/** Keeps the names of staff who are still in the directory, whichever year's keys end: they lie under a key of each calendar year. */
public final class KeptStaffNames {

    private final NewestPolicy newest;
    private final StaffNames names;

    KeptStaffNames(NewestPolicy newest, StaffNames names) {
        this.newest = newest;
        this.names = names;
    }

    /** Seals under this year's keys the names of everybody who had an assignment after {@code since}. In the caller's transaction. */
    public void renew(Instant since) {
        Set<UUID> staff = newest.now().policy().assignments().stream()
                .filter(each -> each.to() == null || each.to().isAfter(since)).map(Assignment::staff).collect(Collectors.toSet());
        names.references(Set.copyOf(names.ids(staff).values()));
    }
}
