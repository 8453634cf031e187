package org.innsyn.ui.overview;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.schemas.request.OpenPoint;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** What a request waits for next, and whose it is to do. */
enum Errand {
    IDENTIFY(Roles.CASE_HANDLER),
    READ_ANSWER(Roles.CASE_HANDLER),
    PREPARE(Roles.CASE_HANDLER),
    TELL(Roles.CASE_HANDLER),
    BY_HAND(Roles.CASE_HANDLER),
    DECIDE(Roles.CONTROLLER),
    RERUN(Roles.CONTROLLER),
    EXTEND(Roles.CONTROLLER),
    LIFT_STOP(Roles.DPO),
    ANSWER(null),
    RELEASE(null),
    SEARCH(null),
    CARRY_OUT(null);

    private final @Nullable String role;

    /** @param role whose it is; null for nobody at the desk */
    Errand(@Nullable String role) {
        this.role = role;
    }

    /** Whether somebody with these roles does it. */
    boolean isFor(List<String> roles) {
        return role != null && roles.contains(role);
    }

    /**
     * What an open request waits for, the first thing first.
     *
     * @param byHand whether a person has a task for it
     */
    static List<Errand> of(Summary request, boolean byHand) {
        var open = request.open();
        boolean hindered = open.contains(OpenPoint.IDENTITY) || open.contains(OpenPoint.ANSWER) || open.contains(OpenPoint.STOP);
        List<Errand> errands = new ArrayList<>();
        add(errands, IDENTIFY, open.contains(OpenPoint.IDENTITY));
        add(errands, READ_ANSWER, open.contains(OpenPoint.MESSAGE));
        add(errands, TELL, open.contains(OpenPoint.LETTER));
        add(errands, ANSWER, open.contains(OpenPoint.ANSWER));
        add(errands, LIFT_STOP, open.contains(OpenPoint.STOP));
        switch (request.state()) {
            case SUBMITTED -> errands.add(SEARCH);
            case ASSESSED -> add(errands, PREPARE, !open.contains(OpenPoint.ANSWER));
            case PREPARED -> add(errands, DECIDE, !hindered);
            case IN_PROGRESS -> errands.add(byHand ? BY_HAND : CARRY_OUT);
            case PARTLY_DONE -> add(errands, RERUN, open.contains(OpenPoint.FAILURE) || !open.contains(OpenPoint.HOLD));
            case DONE, REFUSED, WITHDRAWN -> errands.clear();
        }
        add(errands, RELEASE, open.contains(OpenPoint.HOLD) && !request.state().isClosed());
        add(errands, EXTEND, RequestWords.isUndecided(request.state()) && !request.extended() && request.daysLeft() >= 0 && request.daysLeft() <= Attention.SOON_DAYS);
        return errands;
    }

    private static void add(List<Errand> errands, Errand errand, boolean is) {
        if (is) {
            errands.add(errand);
        }
    }
}
