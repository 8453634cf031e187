package org.innsyn.dsr.fulfilment;

/** Knows how to do one kind of task. Called outside any transaction, again after every crash: doing it twice must change nothing more. */
interface TaskRunner {

    TaskKind kind();

    /** Does it; an exception means it is tried again later. */
    Progress run(FulfilmentTask task) throws Exception;

    /**
     * Tells people that it did not work, in the transaction that ends the task.
     *
     * @param problem why, without personal data
     */
    default void giveUp(FulfilmentTask task, String problem) {
        throw new IllegalStateException(kind() + " does not give up");
    }
}
