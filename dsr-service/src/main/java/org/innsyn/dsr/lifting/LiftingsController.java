package org.innsyn.dsr.lifting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.desk.StaffReading;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Liftings.Lift;
import org.innsyn.schemas.request.Liftings.LiftedByHand;
import org.innsyn.schemas.request.Liftings.Lifting;
import org.innsyn.schemas.request.Liftings.Told;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Takes down that a restriction ends. */
@RestController
class LiftingsController implements LiftingsApi {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 4_000;

    private final StaffReading reading;
    private final Connectors connectors;
    private final RestrictionLiftings liftings;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LiftingsController(StaffReading reading, Connectors connectors, RestrictionLiftings liftings, Notices notices, TransactionTemplate transaction, Clock clock) {
        this.reading = reading;
        this.connectors = connectors;
        this.liftings = liftings;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasAnyRole('subject', 'case-handler', 'controller', 'dpo')")
    public Lifting lifting(UUID id) {
        return found(reading.read(new RequestId(id)));
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public Lifting lift(UUID id, Lift command) {
        String reason = text("reason", command.reason());
        var request = reading.read(new RequestId(id));
        var restricted = restricted(request);
        if (restricted.isEmpty() || request.state() != RequestState.DONE && request.state() != RequestState.PARTLY_DONE) {
            throw notNow("Nothing is restricted by this request, so nothing can be lifted.");
        }
        if (request.version() != command.version()) {
            throw new Rejected(Reason.STALE, "Somebody changed this request in the meantime. Nothing was changed; look at it again and decide anew.");
        }
        transaction.executeWithoutResult(_ -> {
            if (liftings.find(request.id()).isEmpty()) {
                var notice = notices.plan(request.id(), NoticeKind.LIFTING, request.version(), null)
                        .orElseThrow(() -> notNow("The person is being told already."));
                liftings.begin(request.id(), reason, restricted, notice, SignedIn.current().id());
            } else if (!liftings.again(request.id())) {
                throw notNow("This restriction is ending already, and nothing failed.");
            }
        });
        return found(request);
    }

    /** What is restricted, and whether a system can lift it itself. */
    private Map<ItemKey, Boolean> restricted(RequestHistory request) {
        var restricted = new TreeMap<ItemKey, Boolean>();
        if (request.right() == Right.RESTRICTION) {
            request.items().stream().filter(item -> item.decision().outcome() == Outcome.RESTRICT && item.state() == ItemState.DONE).map(item -> item.holding().item())
                    .forEach(item -> restricted.put(item, connectors.all().stream().anyMatch(connector -> connector.restrictable().contains(item))));
        }
        return restricted;
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public Lifting told(UUID id, Told command) {
        var request = reading.read(new RequestId(id));
        var announced = found(request).announcedAt();
        Instant at = command.toldAt();
        if (at == null || at.isBefore(announced) || at.isAfter(clock.instant())) {
            throw invalid("toldAt is when the person was told: after it was decided, and not in the future.");
        }
        transaction.executeWithoutResult(_ -> liftings.told(request.id(), at, SignedIn.current().id()));
        return found(request);
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public Lifting byHand(UUID id, LiftedByHand command) {
        String statement = text("statement", command.statement());
        var request = reading.read(new RequestId(id));
        if (!Boolean.TRUE.equals(transaction.execute(_ ->
                liftings.byHand(request.id(), new ItemKey(String.valueOf(command.item())), statement, SignedIn.current().id())))) {
            throw notNow("The person is told first; then it can be recorded of an item that waits for somebody, once.");
        }
        return found(request);
    }

    private Lifting found(RequestHistory request) {
        return liftings.find(request.id()).orElseThrow(() -> new Problem(404, "not-found", "No restriction is ending", "Nobody decided that a restriction of this request ends."));
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.strip().length() < SHORTEST || text.length() > LONGEST) {
            throw invalid("%s has %d to %,d characters.".formatted(field, SHORTEST, LONGEST));
        }
        return text;
    }

    private static Problem notNow(String detail) {
        return new Problem(409, "not-now", "This cannot be done now", detail + " Nothing was changed.");
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }
}
