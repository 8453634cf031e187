package org.innsyn.audit.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the policy. */
public sealed interface PolicyCommand {

    /** Who handles it. */
    @TargetAggregateIdentifier
    UUID aggregate();

    /**
     * Puts a table in force.
     *
     * @param validFrom from when; null for now
     */
    record PublishTable(List<Grant> grants, @Nullable Instant validFrom, @Nullable UUID by, Instant at) implements PolicyCommand {
        @Override
        @TargetAggregateIdentifier
        public UUID aggregate() {
            return AccessControl.ID;
        }
    }

    /** Makes these the directory's assignments, past ones included. */
    record ReplaceDirectory(List<Assignment> assignments, @Nullable UUID by, Instant at) implements PolicyCommand {
        @Override
        @TargetAggregateIdentifier
        public UUID aggregate() {
            return StaffDirectory.ID;
        }
    }
}
