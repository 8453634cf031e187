package org.innsyn.dsr.fulfilment;

import org.innsyn.dsr.manual.Wakening;
import org.springframework.stereotype.Component;

/** What waits for a system is a task that looks again later; now is sooner. */
@Component
class TaskWakening implements Wakening {

    private final TaskQueue queue;

    TaskWakening(TaskQueue queue) {
        this.queue = queue;
    }

    @Override
    public void wake(String system) {
        queue.wake(system);
    }
}
