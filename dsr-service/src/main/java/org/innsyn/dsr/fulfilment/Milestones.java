package org.innsyn.dsr.fulfilment;

import org.innsyn.dsr.request.RequestId;

/** Is told how far a task has come. In production nobody listens; tests end the process here. */
@FunctionalInterface
interface Milestones {

    void passed(Milestone milestone, TaskKind kind, RequestId request);

    default void passed(Milestone milestone, FulfilmentTask task) {
        passed(milestone, task.kind(), task.request());
    }
}
