package org.innsyn.audit.disclosure;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a question for a name. Texts are named, never carried. */
public sealed interface NameCommand {

    EntryId entry();

    /**
     * Asks, where nobody has yet.
     *
     * @param finding the finding that opened it; null where the person asks
     * @param why names the sealed text
     */
    record AskName(@TargetAggregateIdentifier EntryId entry, UUID ledger, UUID actor, @Nullable UUID finding, @Nullable UUID why, Instant at) implements NameCommand {}

    /** @param version the version it was said on */
    record AdviseOnName(@TargetAggregateIdentifier EntryId entry, long version, boolean tell, UUID why, UUID by, Instant at) implements NameCommand {}

    /** @param version the version it was decided on */
    record DecideName(@TargetAggregateIdentifier EntryId entry, long version, boolean tell, UUID why, UUID by, Instant at) implements NameCommand {}
}
