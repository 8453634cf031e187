package org.innsyn.dsr.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.innsyn.dsr.calendar.Course;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.request.RequestCommand.AskPerson;
import org.innsyn.dsr.request.RequestCommand.ExtendRequest;
import org.innsyn.dsr.request.RequestCommand.JoinDuplicate;
import org.innsyn.dsr.request.RequestCommand.NoteDeadlines;
import org.innsyn.dsr.request.RequestCommand.RecordAnswer;
import org.innsyn.dsr.request.RequestCommand.RecordUndelivered;
import org.innsyn.dsr.request.RequestCommand.ReviewDeadline;
import org.innsyn.dsr.request.RequestEvent.DeadlinesMoved;
import org.innsyn.dsr.request.RequestEvent.DuplicateJoined;
import org.innsyn.dsr.request.RequestEvent.ExtensionIneffective;
import org.innsyn.dsr.request.RequestEvent.ExtensionUndelivered;
import org.innsyn.dsr.request.RequestEvent.PeriodExtended;
import org.innsyn.dsr.request.RequestEvent.PersonAnswered;
import org.innsyn.dsr.request.RequestEvent.PersonAsked;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestOverdue;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestEvent.TargetPassed;
import org.innsyn.schemas.request.Question;
import org.jspecify.annotations.Nullable;

/**
 * A request's clock: what its limit depends on, and everything that moves it (GDPR Art. 12(3), 12(6); rules L1 to L5). Part of
 * {@link DataSubjectRequest}.
 */
class RequestClock {

    private @Nullable Party person;
    private Course course = Course.from(Instant.EPOCH);
    private @Nullable Deadline deadline;
    private boolean open = true;
    private boolean decided;
    /** All is done or kept by a legal hold: the person has the answer, and what is on hold is not owed (GDPR Art. 17(3)). */
    private boolean answered;
    /** Asked and not answered, whether or not the clock stands still meanwhile. */
    private @Nullable Question question;
    private Instant askedAt = Instant.EPOCH;
    /** The reasons the person was given for the extension, by their name in the vault. */
    private @Nullable UUID extendedBy;
    private @Nullable LocalDate targetNoted;
    private @Nullable LocalDate limitNoted;

    @CommandHandler
    void handle(JoinDuplicate command, LegalClock law) {
        refuseClosed();
        Guards.refuseImpossible(command.receivedAt(), Instant.EPOCH, command.at());
        if (!law.covers(command.receivedAt())) {
            throw Guards.invalid("No rules for answering were in force when it was received.");
        }
        var joined = from(command.receivedAt());
        apply(new DuplicateJoined(
                command.request(), command.channel(), command.receivedAt(), command.said(), law.answerTo(joined, command.at()), command.by(), command.at()));
    }

    /** It started when the first of the two was received; what happened since stays. */
    private Course from(Instant receivedAt) {
        return receivedAt.isBefore(course.receivedAt())
                ? new Course(receivedAt, course.extension(), course.pauses(), course.openQuestion())
                : course;
    }

    @CommandHandler
    void handle(AskPerson command, LegalClock law) {
        refuseClosed();
        if (decided) {
            throw Guards.alreadyDecided();
        }
        if (question != null) {
            throw Guards.notNow("The person was asked something already and has not answered. Nothing was changed; record the answer first.");
        }
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        Guards.refuseImpossible(command.sentAt(), course.receivedAt(), command.at());
        var why = law.whyNotSuspended(course, command.sentAt()).orElse(null);
        var next = why == null ? course.asking(asked(command.about(), command.sentAt())) : course;
        apply(new PersonAsked(
                command.request(), command.about(), command.sentAt(), command.said(), why, law.answerTo(next, command.sentAt()), command.by(), command.at()));
    }

    @CommandHandler
    void handle(RecordAnswer command, LegalClock law) {
        refuseClosed();
        if (question == null) {
            throw Guards.notNow("The person was not asked anything, so nothing is awaited. Nothing was changed.");
        }
        Guards.refuseStale(command.version());
        // What the person themselves sends through the portal arrives as it is sent; anything else is recorded by somebody else.
        if (!command.arrivedAt().equals(command.at())) {
            Guards.refuseSelf(command.by(), person);
        }
        Guards.refuseImpossible(command.arrivedAt(), askedAt, command.at());
        apply(new PersonAnswered(
                command.request(), command.arrivedAt(), command.said(), law.answerTo(course.answered(command.arrivedAt()), command.at()), command.by(),
                command.at()));
    }

    @CommandHandler
    void handle(ExtendRequest command, LegalClock law) {
        refuseClosed();
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        Guards.refuseImpossible(command.sentAt(), course.receivedAt(), command.at());
        var extension = new Course.Extension(command.ground(), command.sentAt());
        law.whyNotExtended(course, extension, command.delivered()).ifPresentOrElse(
                why -> apply(new ExtensionIneffective(
                        command.request(), command.ground(), command.sentAt(), command.said(), why, command.by(), command.at())),
                () -> apply(new PeriodExtended(
                        command.request(), command.ground(), command.sentAt(), command.said(), law.answerTo(course.with(extension), command.at()), command.by(),
                        command.at())));
    }

    /** There is nothing to undo in what is closed, and nothing where another notice extends it. */
    @CommandHandler
    void handle(RecordUndelivered command, LegalClock law) {
        var extension = course.extension();
        if (open && extension != null && command.said().equals(extendedBy)) {
            apply(new ExtensionUndelivered(
                    command.request(), extension.ground(), extension.noticeSentAt(), command.said(), law.answerTo(course.withoutExtension(), command.at()),
                    command.at()));
        }
    }

    /** While an answer is awaited no day passes. */
    @CommandHandler
    void handle(NoteDeadlines command, LegalClock law) {
        if (!open || answered || course.openQuestion() != null || deadline == null) {
            return;
        }
        var today = law.day(command.at());
        if (today.isAfter(deadline.limit())) {
            if (!deadline.limit().equals(limitNoted)) {
                apply(new RequestOverdue(command.request(), deadline.limit(), command.at()));
            }
        } else if (today.isAfter(deadline.target()) && !deadline.target().equals(targetNoted)) {
            apply(new TargetPassed(command.request(), deadline.target(), deadline.limit(), command.at()));
        }
    }

    @CommandHandler
    void handle(ReviewDeadline command, LegalClock law) {
        if (!open || course.openQuestion() != null || deadline == null) {
            return;
        }
        var counted = law.answerTo(course, command.at());
        if (!counted.sameDaysAs(deadline)) {
            apply(new DeadlinesMoved(command.request(), deadline.limit(), deadline.target(), deadline.rulePack(), counted, command.at()));
        }
    }

    /** Nothing is approved while the person's answer is awaited. */
    void refuseOpenQuestion() {
        if (question != null) {
            throw Guards.notNow("The person was asked something and has not answered. Nothing was changed; record the answer, or that none is awaited any more.");
        }
    }

    /** Whether a refusal now comes after the first month (GDPR Art. 12(4), rule L6). */
    boolean isLateForRefusal(LegalClock law, Instant at) {
        return law.day(at).isAfter(law.firstLimit(course, at));
    }

    /**
     * The limit of a request that is taken up again.
     *
     * @param anew whether the clock starts anew, at {@code askedAt}
     */
    RequestReopened reopened(RequestCommand.ReopenRequest command, boolean anew, LegalClock law) {
        var next = anew ? Course.from(command.askedAt()) : course;
        return new RequestReopened(
                command.request(), command.ground(), command.said(), next.receivedAt(), law.answerTo(next, command.at()), command.by(), command.at());
    }

    private void refuseClosed() {
        if (!open) {
            throw Guards.closed();
        }
    }

    private static Course.Question asked(Question about, Instant sentAt) {
        return new Course.Question(about.name().toLowerCase(java.util.Locale.ROOT), sentAt);
    }

    @EventSourcingHandler
    void on(RequestSubmitted event) {
        person = event.by();
        course = Course.from(event.receivedAt());
        deadline = event.deadline();
    }

    @EventSourcingHandler
    void on(DuplicateJoined event) {
        course = from(event.receivedAt());
        deadline = event.deadline();
    }

    @EventSourcingHandler
    void on(PersonAsked event) {
        question = event.about();
        askedAt = event.sentAt();
        if (event.ineffective() == null) {
            course = course.asking(asked(event.about(), event.sentAt()));
        }
        deadline = event.deadline();
    }

    @EventSourcingHandler
    void on(PersonAnswered event) {
        question = null;
        course = course.answered(event.arrivedAt());
        deadline = event.deadline();
    }

    @EventSourcingHandler
    void on(PeriodExtended event) {
        course = course.with(new Course.Extension(event.ground(), event.sentAt()));
        extendedBy = event.said();
        deadline = event.deadline();
    }

    @EventSourcingHandler
    void on(ExtensionUndelivered event) {
        course = course.withoutExtension();
        deadline = event.deadline();
    }

    @EventSourcingHandler
    void on(DeadlinesMoved event) {
        deadline = event.deadline();
    }

    @EventSourcingHandler
    void on(TargetPassed event) {
        targetNoted = event.target();
    }

    @EventSourcingHandler
    void on(RequestOverdue event) {
        limitNoted = event.limit();
    }

    @EventSourcingHandler
    void on(RequestApproved event) {
        decided = true;
    }

    @EventSourcingHandler
    void on(RequestPartlyDone event) {
        answered = event.failed().isEmpty();
    }

    @EventSourcingHandler
    void on(RequestCompleted event) {
        open = false;
    }

    @EventSourcingHandler
    void on(RequestRefused event) {
        open = false;
    }

    @EventSourcingHandler
    void on(RequestWithdrawn event) {
        open = false;
    }

    @EventSourcingHandler
    void on(RequestReopened event) {
        open = true;
        decided = false;
        answered = false;
        question = null;
        if (!event.receivedAt().equals(course.receivedAt())) {
            course = Course.from(event.receivedAt());
        }
        course = new Course(course.receivedAt(), course.extension(), course.pauses(), null);
        deadline = Objects.requireNonNull(event.deadline());
    }
}
