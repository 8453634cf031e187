package org.innsyn.audit.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.innsyn.platform.eventstore.StoredAs;
import org.jspecify.annotations.Nullable;

/** What can happen to a question for a name. People and staff stand here by random references only. */
public sealed interface NameEvent {

    EntryId entry();

    /**
     * Somebody asked, or a finding concluded that the access was wrong.
     *
     * @param ledger whose log
     * @param actor random reference to who looked
     * @param why names the sealed text
     */
    @StoredAs(name = "disclosure.NameAsked")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NameAsked(EntryId entry, UUID ledger, UUID actor, @Nullable UUID finding, @Nullable UUID why, Instant askedAt) implements NameEvent {}

    /** The data protection officer was heard. */
    @StoredAs(name = "disclosure.NameAdvised")
    record NameAdvised(EntryId entry, boolean tell, UUID why, UUID by, Instant advisedAt) implements NameEvent {}

    /** It is told, or it is not, with reasons. */
    @StoredAs(name = "disclosure.NameDecided")
    record NameDecided(EntryId entry, boolean tell, UUID why, UUID by, Instant decidedAt) implements NameEvent {}
}
