package org.innsyn.dsr.fulfilment;

import java.io.IOException;
import java.time.Clock;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.export.CopyStore;
import org.innsyn.dsr.request.RequestCommand.ExpireCopy;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.springframework.stereotype.Component;

/** Removes a copy whose time is over: its key, and its file. */
@Component
class ExpireRunner implements TaskRunner {

    private final TaskQueue queue;
    private final CopyStore store;
    private final RequestVault vault;
    private final RequestDispatcher requests;
    private final Milestones milestones;
    private final Clock clock;

    ExpireRunner(TaskQueue queue, CopyStore store, RequestVault vault, RequestDispatcher requests, Milestones milestones, Clock clock) {
        this.queue = queue;
        this.store = store;
        this.vault = vault;
        this.requests = requests;
        this.milestones = milestones;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.EXPIRE;
    }

    @Override
    public Progress run(FulfilmentTask task) throws IOException {
        if (queue.othersOpen(task, TaskKind.EXPIRE)) {
            return new Progress.Finished(() -> {}); // reopened: a later copy lies there, with a task of its own
        }
        store.remove(task.request());
        milestones.passed(Milestone.COPY_REMOVED, task);
        return new Progress.Finished(() -> {
            vault.remove(task.request(), Field.COPY_KEY);
            vault.remove(task.request(), Field.COPY_PASSWORD);
            requests.send(new ExpireCopy(task.request(), clock.instant()));
        });
    }
}
