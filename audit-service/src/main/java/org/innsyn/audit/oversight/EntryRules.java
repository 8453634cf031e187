package org.innsyn.audit.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.Remark;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.oversight.FindingKind;
import org.jspecify.annotations.Nullable;

/** What a single entry shows that somebody should look at. */
public final class EntryRules {

    /** How far ahead a source's clock may be. */
    public static final Duration ALLOWED_SKEW = Duration.ofMinutes(10);

    private final Set<String> allowedUnderRestriction;

    /** @param allowedUnderRestriction purposes for which a restricted person's data may still be used (GDPR Art. 18(2)) */
    public EntryRules(Set<String> allowedUnderRestriction) {
        this.allowedUnderRestriction = allowedUnderRestriction;
    }

    /**
     * @param restrictedAt since when the entry's ledger is restricted; null when it is not
     * @return what to raise; empty for nearly all entries
     */
    public List<FindingSubject> findings(AccessRecorded entry, @Nullable Instant restrictedAt) {
        var found = new ArrayList<FindingSubject>(2);
        ruled(entry).ifPresent(kind -> found.add(of(kind, entry)));
        if (entry.remarks().contains(Remark.CONTRADICTS_DIRECTORY)) {
            found.add(new FindingSubject(FindingKind.CONTRADICTED_CLAIM, day(entry.occurredAt()), entry.source(), actor(entry), null, null));
        }
        if (entry.remarks().contains(Remark.AFTER_ERASURE)) {
            found.add(of(FindingKind.AFTER_ERASURE, entry));
        }
        if (restrictedAt != null && entry.occurredAt().isAfter(restrictedAt) && entry.actorKind() != ActorKind.SUBJECT
                && !allowedUnderRestriction.contains(entry.purpose())) {
            found.add(of(FindingKind.UNDER_RESTRICTION, entry));
        }
        if (entry.occurredAt().isAfter(entry.recordedAt().plus(ALLOWED_SKEW))) {
            found.add(new FindingSubject(FindingKind.CLOCK_SKEW, day(entry.recordedAt()), entry.source(), null, null, null));
        }
        return found;
    }

    private static Optional<FindingKind> ruled(AccessRecorded entry) {
        return Optional.ofNullable(switch (entry.ruling()) {
            case null -> null;
            case GRANTED, BREAK_GLASS, OWN_DATA -> null;
            case NO_GRANT, NO_TABLE, NOT_ASSIGNED -> FindingKind.OUTSIDE_POLICY;
            case UNJUSTIFIED -> FindingKind.UNJUSTIFIED_BREAK_GLASS;
            case UNKNOWN_STAFF -> FindingKind.UNKNOWN_STAFF;
        });
    }

    private static FindingSubject of(FindingKind kind, AccessRecorded entry) {
        boolean byActorAlone = kind == FindingKind.UNKNOWN_STAFF;
        return new FindingSubject(kind, day(entry.occurredAt()), null, actor(entry), byActorAlone ? null : entry.object(), byActorAlone ? null : entry.purpose());
    }

    /** Of the staff directory, so that one person reported by two applications is one. */
    static UUID actor(AccessRecorded entry) {
        return Objects.requireNonNullElse(entry.staff(), entry.actor());
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** The hour in which it happened, as findings name it. */
    static String hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).toString().substring(0, "2026-03-02T14".length());
    }
}
