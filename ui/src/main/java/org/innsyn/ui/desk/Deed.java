package org.innsyn.ui.desk;

import java.util.EnumSet;
import java.util.Set;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.signin.Roles;

/** What staff can do with a request beside preparing and deciding it. The service decides; this keeps what it would refuse out of sight. */
enum Deed {
    IDENTITY(Roles.CASE_HANDLER),
    CODE(Roles.CASE_HANDLER),
    CONFIRM_CODE(Roles.CASE_HANDLER),
    QUESTION(Roles.CASE_HANDLER),
    ANSWER(Roles.CASE_HANDLER),
    BY_HAND(Roles.CASE_HANDLER),
    WITHDRAWAL(Roles.CASE_HANDLER),
    ACKNOWLEDGEMENT(Roles.CASE_HANDLER),
    HOLD_ITEM(Roles.CASE_HANDLER, Roles.CONTROLLER),
    ANNOUNCEMENT(Roles.CONTROLLER),
    EXTENSION(Roles.CONTROLLER),
    REOPENING(Roles.CONTROLLER),
    OPINION(Roles.DPO),
    STOP(Roles.DPO),
    LIFT_STOP(Roles.DPO);

    private final Set<String> roles;

    Deed(String... roles) {
        this.roles = Set.of(roles);
    }

    /** Those that somebody with these roles can do now, in the order they are shown. */
    static Set<Deed> possible(Set<String> roles, RequestView request) {
        var possible = EnumSet.noneOf(Deed.class);
        for (var deed : values()) {
            if (deed.roles.stream().anyMatch(roles::contains) && deed.fits(request)) {
                possible.add(deed);
            }
        }
        return possible;
    }

    private boolean fits(RequestView request) {
        boolean undecided = RequestWords.isUndecided(request.state());
        boolean closed = request.state().isClosed();
        var legal = request.legal();
        return switch (this) {
            case IDENTITY, CODE -> !closed && legal.identity() == null;
            case CONFIRM_CODE -> !closed && legal.identity() == null && has(request, NoticeKind.CODE);
            case QUESTION -> undecided && legal.question() == null;
            case ANSWER -> !closed && legal.question() != null;
            case BY_HAND -> request.items().stream().anyMatch(item -> waitsForAHand(request, item));
            case WITHDRAWAL -> undecided;
            case ACKNOWLEDGEMENT -> request.notices().stream().anyMatch(Deed::awaitsAcknowledgement);
            case HOLD_ITEM -> request.account() != null && request.items().stream().anyMatch(item -> canBeHeld(request, item));
            case ANNOUNCEMENT -> !closed && !request.due().extended() && !isOnItsWay(request);
            case EXTENSION -> !closed && !request.due().extended();
            case REOPENING -> closed;
            case OPINION -> true;
            case STOP -> undecided && !legal.stopped();
            case LIFT_STOP -> legal.stopped();
        };
    }

    private static boolean has(RequestView request, NoticeKind kind) {
        return request.notices().stream().anyMatch(notice -> notice.kind() == kind);
    }

    private static boolean isOnItsWay(RequestView request) {
        return request.notices().stream().anyMatch(notice -> notice.kind() == NoticeKind.EXTENSION && notice.state() == NoticeView.State.WAITING);
    }

    /** Whether a recipient was or is to be told and has not said yet that they know (GDPR Art. 19). */
    static boolean awaitsAcknowledgement(NoticeView notice) {
        return notice.kind() == NoticeKind.RECIPIENT && notice.acknowledgedAt() == null;
    }

    /** Whether it could be erased by this request and is not yet. */
    static boolean canBeHeld(RequestView request, RequestItem item) {
        return request.right() == Right.ERASURE && item.state() != ItemState.DONE;
    }

    /** Whether a person is to carry it out, or may say what they did instead of a machine that could not. A copy is made whole or not at all. */
    static boolean waitsForAHand(RequestView request, RequestItem item) {
        boolean copy = request.right() == Right.ACCESS || request.right() == Right.PORTABILITY;
        boolean byHand = !copy && request.right() != Right.ERASURE;
        return request.state() == RequestState.IN_PROGRESS && byHand && item.state() == ItemState.RUNNING
                || request.state() == RequestState.PARTLY_DONE && !copy && item.state() == ItemState.FAILED;
    }
}
