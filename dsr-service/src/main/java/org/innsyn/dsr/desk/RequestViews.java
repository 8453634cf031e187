package org.innsyn.dsr.desk;

import java.time.Clock;
import java.util.Map;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.history.ItemStory;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.CopyPackage;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestView.Download;
import org.innsyn.schemas.request.RequestView.HistoryLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a request to its reader: staff see whose it is and who prepared it, the person sees what concerns them. */
@Component
class RequestViews {

    private final RequestVault vault;
    private final LegalClock legalClock;
    private final Clock clock;

    RequestViews(RequestVault vault, LegalClock legalClock, Clock clock) {
        this.vault = vault;
        this.legalClock = legalClock;
        this.clock = clock;
    }

    RequestView view(RequestHistory request, Reader reader) {
        boolean staff = reader.isStaff();
        var preparedBy = request.preparedBy();
        return new RequestView(
                request.id().value(),
                request.reference(),
                request.right(),
                request.state(),
                staff ? text(request, Field.ACCOUNT) : null,
                text(request, Field.MESSAGE),
                request.receivedAt(),
                due(request),
                request.items().stream().map(RequestViews::item).toList(),
                staff && preparedBy != null ? preparedBy.sub() : null,
                preparedBy != null && preparedBy.equals(reader.party()),
                text(request, Field.REASON),
                download(request.copy()),
                request.events().stream().map(event -> line(request, event, staff)).toList(),
                request.version());
    }

    private DueDate due(RequestHistory request) {
        var deadline = request.deadline();
        return new DueDate(
                deadline.limit(), deadline.target(), deadline.explanation(), legalClock.daysLeft(deadline.limit(), clock.instant()));
    }

    private static RequestItem item(ItemStory story) {
        var holding = story.holding();
        var decision = story.decision();
        var result = story.result();
        return new RequestItem(
                holding.item().value(),
                holding.item().system(),
                holding.category(),
                holding.found(),
                decision.outcome(),
                holding.allowed(),
                decision.ground(),
                decision.ground() == null ? null : Grounds.text(decision.ground()).orElse(null),
                result != null ? result.keptUntil() : decision.needsGround() ? holding.keptUntil() : null,
                story.state(),
                result == null ? Map.of() : result.affected(),
                story.problem(),
                result == null ? null : result.readBackAt(),
                result == null ? null : result.unreadableSince(),
                story.beyondRecoverySince());
    }

    private @Nullable Download download(@Nullable CopyPackage copy) {
        return copy == null || !copy.expiresAt().isAfter(clock.instant()) ? null : new Download(copy.sizeBytes(), copy.sha256(), copy.expiresAt());
    }

    private HistoryLine line(RequestHistory request, RequestEvent event, boolean staff) {
        String note = switch (event) {
            case RequestSubmitted _ -> text(request, Field.MESSAGE);
            case RequestPrepared _ -> staff ? text(request, Field.NOTE) : null;
            case RequestRefused _ -> text(request, Field.REASON);
            default -> null;
        };
        return new HistoryLine(event.at(), event.getClass().getSimpleName(), role(event), note);
    }

    private static String role(RequestEvent event) {
        return switch (event) {
            case RequestSubmitted _, RequestWithdrawn _, CopyFetched _ -> "subject";
            case RequestPrepared _ -> "case-handler";
            case RequestApproved _, RequestRefused _, RequestRerun _ -> "controller";
            default -> "system";
        };
    }

    private @Nullable String text(RequestHistory request, Field field) {
        return vault.text(request.id(), field).orElse(null);
    }
}
