package org.innsyn.dsr.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.history.ItemStory;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.hold.register.Holds;
import org.innsyn.dsr.manual.ManualTasks;
import org.innsyn.dsr.notice.Notice;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.request.CopyPackage;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.HeldBy;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.DeadlinesMoved;
import org.innsyn.dsr.request.RequestEvent.DuplicateJoined;
import org.innsyn.dsr.request.RequestEvent.ExtensionIneffective;
import org.innsyn.dsr.request.RequestEvent.HeldResumed;
import org.innsyn.dsr.request.RequestEvent.IdentityChecked;
import org.innsyn.dsr.request.RequestEvent.ItemDoneByHand;
import org.innsyn.dsr.request.RequestEvent.ItemErasedAgain;
import org.innsyn.dsr.request.RequestEvent.ItemUnrestricted;
import org.innsyn.dsr.request.RequestEvent.OpinionGiven;
import org.innsyn.dsr.request.RequestEvent.PeriodExtended;
import org.innsyn.dsr.request.RequestEvent.PersonAnswered;
import org.innsyn.dsr.request.RequestEvent.PersonAsked;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestStopped;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestEvent.StopLifted;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestItem.OnHold;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestView.Download;
import org.innsyn.schemas.request.RequestView.HistoryLine;
import org.innsyn.schemas.request.RequestView.Legal;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a request to its reader: staff see whose it is and who prepared it, the person sees what concerns them. */
@Component
class RequestViews {

    private static final String SUBJECT = "subject";
    private static final String CASE_HANDLER = "case-handler";

    private final RequestVault vault;
    private final Holds holds;
    private final Notices notices;
    private final WrittenCorrections corrections;
    private final Connectors connectors;
    private final ManualTasks tasks;
    private final LegalClock legalClock;
    private final Clock clock;

    RequestViews(
            RequestVault vault, Holds holds, Notices notices, WrittenCorrections corrections, Connectors connectors, ManualTasks tasks, LegalClock legalClock, Clock clock) {
        this.vault = vault;
        this.holds = holds;
        this.notices = notices;
        this.corrections = corrections;
        this.connectors = connectors;
        this.tasks = tasks;
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
                items(request, staff),
                staff && preparedBy != null ? preparedBy.sub() : null,
                preparedBy != null && preparedBy.equals(reader.party()),
                text(request, Field.REASON),
                download(request.copy()),
                request.events().stream().filter(event -> staff || !(event instanceof OpinionGiven)).map(event -> line(request, event, staff)).toList(),
                legal(request),
                request.version(),
                notices.of(request.id()).stream().map(notice -> notice(notice, staff)).toList());
    }

    private NoticeView notice(Notice notice, boolean staff) {
        var why = notice.hindrance();
        return new NoticeView(
                notice.id(), notice.kind(), notice.recipient(), NoticeView.State.valueOf(notice.state().name()),
                why == null ? null : why.kind(), why == null ? null : why.detail(), why == null ? null : why.sentence(), notice.createdAt(),
                notice.state() == Notice.State.SENT || notice.state() == Notice.State.BOUNCED ? notice.settledAt() : null,
                staff ? vault.text(notice.request(), Field.deliveryRecord(notice.id())).orElse(null) : null, notice.acknowledgedAt());
    }

    private Legal legal(RequestHistory request) {
        var refusal = request.refusal();
        return new Legal(
                request.channel(),
                request.recognisedAt(),
                request.recordedAt(),
                request.identity(),
                request.question(),
                request.isStopped(),
                request.isOverdue(),
                refusal == null ? null : refusal.ground(),
                refusal != null && refusal.late(),
                remedies(request),
                request.right().iri(),
                request.state().iri());
    }

    /** Owed with every refusal, also of a part (GDPR Art. 12(4)). */
    private @Nullable String remedies(RequestHistory request) {
        boolean notAll = request.decidedAt() != null && request.decisions().stream().anyMatch(Decision::needsGround);
        return request.refusal() == null && !notAll
                ? null
                : legalClock.refusalOf(request.course())
                        .map(rules -> "You can complain to the supervisory authority: %s (%s). You can also go to court (%s)."
                                .formatted(rules.authority(), rules.complaintSource(), rules.courtSource()))
                        .orElse(null);
    }

    /** While an answer is awaited, the limit is counted as if it came now. */
    private DueDate due(RequestHistory request) {
        var now = clock.instant();
        var course = request.course();
        var deadline = course.openQuestion() == null ? request.deadline() : legalClock.answerTo(course, now);
        return new DueDate(
                deadline.limit(),
                deadline.target(),
                deadline.explanation(),
                legalClock.daysLeft(deadline.limit(), now),
                deadline.rulePack(),
                deadline.steps().stream().map(step -> new DueDate.Step(step.code(), step.parameters(), step.text(), step.source())).toList(),
                legalClock.firstLimit(course, now),
                course.extension() != null,
                course.openQuestion() == null ? null : course.openQuestion().askedAt());
    }

    private List<RequestItem> items(RequestHistory request, boolean staff) {
        var account = request.right() == Right.ERASURE && !request.state().isClosed() ? text(request, Field.ACCOUNT) : null;
        var written = request.right() == Right.RECTIFICATION && request.state() == RequestState.ASSESSED ? corrections.items(request.id()) : Set.<ItemKey>of();
        return request.items().stream().map(story -> item(
                story, proposal(story, written), onHold(story, account == null ? null : new Account(account), staff), connectors.isByHand(story.holding().item().system()),
                statement(request, story))).toList();
    }

    /** Before anybody proposed something, where somebody wrote down what is to be corrected that is proposed. */
    private static Outcome proposal(ItemStory story, Set<ItemKey> written) {
        return story.state() == ItemState.FOUND && written.contains(story.holding().item()) ? Outcome.CORRECT : story.decision().outcome();
    }

    private @Nullable String statement(RequestHistory request, ItemStory story) {
        return story.result() != null && story.result().readBackAt() == null || request.right() != Right.ERASURE && story.state() == ItemState.DONE
                ? tasks.of(request.id(), story.holding().item().system()).flatMap(tasks::statement).orElse(null) : null;
    }

    /** Before it is decided staff see which holds stand; afterwards everybody sees what waits for them. */
    private @Nullable OnHold onHold(ItemStory story, @Nullable Account account, boolean staff) {
        boolean waits = story.state() == ItemState.ON_HOLD;
        if (account == null || !waits && !(staff && isUndecided(story))) {
            return null;
        }
        var standing = holds.standing(account, story.holding());
        var shown = standing.isEmpty() && story.hold() != null ? story.hold().by() : standing;
        if (shown.isEmpty()) {
            return null;
        }
        var first = shown.stream().min(Comparator.comparing(HeldBy::reviewOn)).orElseThrow();
        return new OnHold(
                first.ground(), Grounds.text(first.ground()).orElse(first.ground()), first.reviewOn(), story.heldSince(),
                story.hold() != null && story.hold().begunBefore(), staff ? shown.stream().map(HeldBy::hold).toList() : List.of());
    }

    private static boolean isUndecided(ItemStory story) {
        return story.state() == ItemState.FOUND || story.state() == ItemState.PROPOSED;
    }

    private static RequestItem item(ItemStory story, Outcome proposal, @Nullable OnHold hold, boolean byHand, @Nullable String statement) {
        var holding = story.holding();
        var decision = story.decision();
        var result = story.result();
        return new RequestItem(
                holding.item().value(),
                holding.item().system(),
                holding.category(),
                holding.found(),
                proposal,
                holding.allowed(),
                decision.ground(),
                decision.ground() == null ? null : Grounds.text(decision.ground()).orElse(null),
                result != null ? result.keptUntil() : decision.needsGround() ? holding.keptUntil() : null,
                story.state(),
                result == null ? Map.of() : result.affected(),
                story.problem(),
                result == null ? null : result.readBackAt(),
                result == null ? null : result.unreadableSince(),
                story.beyondRecoverySince(),
                hold,
                holding.uncounted(),
                byHand,
                statement);
    }

    private @Nullable Download download(@Nullable CopyPackage copy) {
        return copy == null || !copy.expiresAt().isAfter(clock.instant()) ? null : new Download(copy.sizeBytes(), copy.sha256(), copy.expiresAt());
    }

    private HistoryLine line(RequestHistory request, RequestEvent event, boolean staff) {
        String note = switch (event) {
            case RequestSubmitted _ -> text(request, Field.MESSAGE);
            case RequestPrepared _ -> staff ? text(request, Field.NOTE) : null;
            case RequestRefused _ -> text(request, Field.REASON);
            case DuplicateJoined it -> said(request, it.said());
            case PersonAsked it -> said(request, it.said());
            case PersonAnswered it -> said(request, it.said());
            case PeriodExtended it -> said(request, it.said());
            case ExtensionIneffective it -> staff ? it.why().text() : null;
            case OpinionGiven it -> said(request, it.said());
            case RequestStopped it -> staff ? said(request, it.said()) : null;
            case StopLifted it -> staff ? said(request, it.said()) : null;
            case RequestReopened it -> said(request, it.said());
            case ItemDoneByHand it -> said(request, it.said());
            case ItemUnrestricted it -> it.result().item() + ": " + it.result().affected();
            case ItemErasedAgain it -> it.result().item() + ": " + it.result().affected();
            case DeadlinesMoved it -> "%s -> %s (%s -> %s)".formatted(
                    it.limitBefore(), it.deadline().limit(), it.rulePackBefore(), it.deadline().rulePack());
            default -> null;
        };
        return new HistoryLine(event.at(), event.getClass().getSimpleName(), role(request, event), note);
    }

    private static String role(RequestHistory request, RequestEvent event) {
        return switch (event) {
            case RequestSubmitted it -> it.enteredBy() == null ? SUBJECT : CASE_HANDLER;
            case RequestWithdrawn it -> it.by().equals(request.person()) ? SUBJECT : CASE_HANDLER;
            case DuplicateJoined it -> it.by().equals(request.person()) ? SUBJECT : CASE_HANDLER;
            case PersonAnswered it -> it.by().equals(request.person()) ? SUBJECT : CASE_HANDLER;
            case CopyFetched _ -> SUBJECT;
            case IdentityChecked it when it.by().equals(request.person()) -> SUBJECT;
            case RequestApproved _, RequestRefused _, RequestRerun _, HeldResumed _, PeriodExtended _, ExtensionIneffective _, RequestReopened _ -> "controller";
            case RequestPrepared _, IdentityChecked _, PersonAsked _, ItemDoneByHand _ -> CASE_HANDLER;
            case OpinionGiven _, RequestStopped _, StopLifted _ -> "dpo";
            default -> "system";
        };
    }

    private @Nullable String said(RequestHistory request, @Nullable UUID said) {
        return said == null ? null : text(request, Field.said(said));
    }

    private @Nullable String text(RequestHistory request, Field field) {
        return vault.text(request.id(), field).orElse(null);
    }
}
