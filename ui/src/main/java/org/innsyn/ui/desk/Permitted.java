package org.innsyn.ui.desk;

import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;

/**
 * What a person may do with a request now, so that pages offer nothing else. The service decides; this only keeps what
 * it would refuse out of sight.
 *
 * @param waitForAnother whether they could decide it had they not prepared it
 */
record Permitted(boolean prepare, boolean decide, boolean waitForAnother, boolean rerun) {

    static Permitted to(CurrentUser user, RequestView request) {
        return of(user.has(Roles.CASE_HANDLER), user.has(Roles.CONTROLLER), request.state(), request.preparedByMe());
    }

    static Permitted of(boolean caseHandler, boolean controller, RequestState state, boolean preparedByMe) {
        boolean open = state == RequestState.ASSESSED || state == RequestState.PREPARED;
        boolean prepared = state == RequestState.PREPARED;
        return new Permitted(
                caseHandler && open,
                controller && prepared && !preparedByMe,
                controller && prepared && preparedByMe,
                controller && state == RequestState.PARTLY_DONE);
    }
}
