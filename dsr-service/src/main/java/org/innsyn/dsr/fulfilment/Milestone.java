package org.innsyn.dsr.fulfilment;

import static org.innsyn.dsr.fulfilment.TaskKind.COPY;
import static org.innsyn.dsr.fulfilment.TaskKind.DISCOVER;
import static org.innsyn.dsr.fulfilment.TaskKind.ERASE;
import static org.innsyn.dsr.fulfilment.TaskKind.EXPIRE;
import static org.innsyn.dsr.fulfilment.TaskKind.LEDGER;
import static org.innsyn.dsr.fulfilment.TaskKind.LIFT;
import static org.innsyn.dsr.fulfilment.TaskKind.RECHECK;
import static org.innsyn.dsr.fulfilment.TaskKind.RECTIFY;
import static org.innsyn.dsr.fulfilment.TaskKind.TRANSFER;

import java.util.EnumSet;
import java.util.Set;

/**
 * The places between which carrying out a request is one thing or none: whatever ends the process at one of them, the next start goes on from there.
 * A new runner, or a new effect of an old one, adds its own here and is thereby killed there by the tests.
 */
enum Milestone {
    /** A worker holds the task, and nothing is done. The same code for every kind, so it is passed for one. */
    CLAIMED(COPY),
    /** The systems were searched, and nobody was told what they hold. */
    SEARCHED(DISCOVER),
    /** Every system is ready to hand out, and nothing is read. */
    SYSTEMS_READY(COPY),
    /** The copy is written into a draft that is no copy yet. */
    COPY_DRAFTED(COPY),
    /** The copy is whole on disk, and its key is nowhere. */
    COPY_WRITTEN(COPY),
    /** It is kept where the person's records stand, and none is gone. */
    TRACE_KEPT(ERASE, RECHECK),
    /** The records are gone from the system, and nobody was told. */
    ERASED(ERASE, RECHECK),
    /** The audit-service was asked to treat the access log. */
    LEDGER_ASKED(LEDGER),
    /** Its answer is told to the request, in a transaction that is still open. */
    LEDGER_ANSWERED(LEDGER),
    /** It is kept what the fields say that are to be corrected, and they still say it. */
    BEFORE_KEPT(RECTIFY),
    /** The system says what is right, and nobody was told. */
    RECTIFIED(RECTIFY),
    /** The mark of restriction is gone from the system, and nobody was told. */
    LIFTED(LIFT),
    /** What was put into an account elsewhere is there, and nobody was told. */
    TRANSFERRED(TRANSFER),
    /** The copy's file is gone, and its key is still there. */
    COPY_REMOVED(EXPIRE),
    /** The task is ended and its events are written, in a transaction that is still open. */
    TOLD(COPY, ERASE),
    /** The same is committed, and the worker has not looked up. */
    ENDED(ERASE);

    private final Set<TaskKind> kinds;

    Milestone(TaskKind first, TaskKind... more) {
        this.kinds = EnumSet.of(first, more);
    }

    /** For which tasks it is a place of its own. */
    Set<TaskKind> kinds() {
        return kinds;
    }
}
