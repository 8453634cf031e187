package org.innsyn.audit.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.innsyn.audit.policy.Ruling;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;

/** What can be asked of a ledger. */
public sealed interface LedgerCommand {

    LedgerId ledger();

    /**
     * Begins a ledger.
     *
     * @param slot its place in the trees of heads, nobody else's ever
     */
    record OpenLedger(@TargetAggregateIdentifier LedgerId ledger, LedgerKind kind, long slot, Instant at) implements LedgerCommand {}

    /**
     * Adds an entry.
     *
     * @param facts what it says in clear
     * @param actor random reference to the actor
     * @param commitment commits to the entry once its number and link are known
     */
    record RecordAccess(@TargetAggregateIdentifier LedgerId ledger, Facts facts, UUID actor, EntryCommitment commitment) implements LedgerCommand {}

    /** What an entry says in clear, all of it decided before the ledger is asked. */
    record Facts(
            UUID entry,
            Instant occurredAt,
            Instant recordedAt,
            String source,
            @Nullable Long sequence,
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
            @Nullable HeldReason held,
            @Nullable Ruling ruling,
            @Nullable UUID staff,
            List<Remark> remarks)
            implements EntryFacts {}

    /** Keeps the ledger under restriction; repeating it changes nothing. */
    record RestrictLedger(@TargetAggregateIdentifier LedgerId ledger, UUID request, Instant at) implements LedgerCommand {}

    /**
     * Ends entries whose time is over; repeating it changes nothing.
     *
     * @param upTo the last of them
     * @param rule which retention rule says so
     */
    record ExpireEntries(@TargetAggregateIdentifier LedgerId ledger, long upTo, String rule, Instant at) implements LedgerCommand {}

    /** Ends the ledger for good; repeating it changes nothing. */
    record ShredLedger(@TargetAggregateIdentifier LedgerId ledger, UUID request, Instant at) implements LedgerCommand {}
}
