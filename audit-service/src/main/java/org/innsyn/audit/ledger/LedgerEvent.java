package org.innsyn.audit.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.policy.Ruling;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;

/** What can happen to a ledger. Nothing in these identifies or describes a person; such details lie in the vault. */
public sealed interface LedgerEvent {

    /** The logical name of {@link AccessRecorded}. */
    String ACCESS_RECORDED = "ledger.AccessRecorded";

    LedgerId ledger();

    /**
     * A ledger begins.
     *
     * @param slot its place in the trees of heads
     */
    @StoredAs(name = "ledger.LedgerOpened")
    record LedgerOpened(LedgerId ledger, LedgerKind kind, long slot, Instant openedAt) implements LedgerEvent {}

    /**
     * An access to personal data was recorded.
     *
     * @param number its place in the ledger, from 1 without gaps
     * @param entry its id, also the vault row's and the index document's
     * @param previous leaf data of the entry before (base64 in JSON), zeros for the first
     * @param leaf this entry's leaf data: commits to every field, also those in the vault
     * @param occurredAt when it happened, as the source says
     * @param recordedAt when it was recorded
     * @param source the reporting application
     * @param sequence the source's own counter, where it has one
     * @param actor random reference to the actor, whose details lie under the actor's own key
     * @param unit the unit the reporter claims for the actor
     * @param role the role the reporter claims for the actor
     * @param underRestriction whether the ledger was restricted when it happened to be recorded
     * @param held why it stands in a controller's ledger
     * @param ruling why the verdict is what it is
     * @param staff random reference of the actor in the staff directory, where it knows them
     * @param remarks what was noticed when it was recorded
     */
    @StoredAs(name = ACCESS_RECORDED)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessRecorded(
            LedgerId ledger,
            long number,
            UUID entry,
            byte[] previous,
            byte[] leaf,
            Instant occurredAt,
            Instant recordedAt,
            String source,
            @Nullable Long sequence,
            UUID actor,
            ActorKind actorKind,
            @Nullable String unit,
            @Nullable String role,
            Operation operation,
            String object,
            List<String> categories,
            String purpose,
            String legalBasis,
            Verdict verdict,
            String policyVersion,
            boolean underRestriction,
            @Nullable HeldReason held,
            @Nullable Ruling ruling,
            @Nullable UUID staff,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Remark> remarks)
            implements LedgerEvent, EntryFacts {

        public AccessRecorded {
            remarks = remarks == null ? List.of() : remarks;
        }
    }

    /** The ledger is kept and used for nothing but what GDPR Art. 18(2) allows. */
    @StoredAs(name = "ledger.LedgerRestricted")
    record LedgerRestricted(LedgerId ledger, UUID request, Instant restrictedAt) implements LedgerEvent {}

    /**
     * The time of the ledger's first entries is over: their details, keys and events are gone. What they committed to stays in the log, so
     * that the next entry still links to the last of them.
     *
     * @param after how many had ended before
     * @param upTo the last one that ended now
     * @param rule which retention rule says so
     */
    @StoredAs(name = "ledger.EntriesExpired")
    record EntriesExpired(LedgerId ledger, long after, long upTo, String rule, Instant expiredAt) implements LedgerEvent {}

    /**
     * The ledger was shredded: this event is all that is left of it.
     *
     * @param number how many entries it had
     */
    @StoredAs(name = "ledger.LedgerShredded")
    record LedgerShredded(LedgerId ledger, UUID request, long number, Instant shreddedAt) implements LedgerEvent {}
}
