package org.innsyn.audit.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;

/** What an entry says in clear, before and after it was recorded. */
public interface EntryFacts {

    UUID entry();

    Instant occurredAt();

    Instant recordedAt();

    String source();

    @Nullable Long sequence();

    ActorKind actorKind();

    @Nullable String unit();

    @Nullable String role();

    Operation operation();

    String object();

    List<String> categories();

    String purpose();

    String legalBasis();

    Verdict verdict();

    String policyVersion();

    @Nullable HeldReason held();
}
