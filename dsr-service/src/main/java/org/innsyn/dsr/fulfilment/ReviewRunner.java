package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.request.RequestCommand.ReviewDeadline;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has every open request count its limit anew after a start: rule packs and holidays come with the program, so they change with a start and at no
 * other time. Where nothing changed, nothing is written.
 */
@Component
class ReviewRunner implements TaskRunner {

    private final TaskQueue queue;
    private final RequestDispatcher requests;
    private final Clock clock;

    ReviewRunner(TaskQueue queue, RequestDispatcher requests, Clock clock) {
        this.queue = queue;
        this.requests = requests;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        queue.addForEveryOpenRequest(TaskKind.REVIEW);
    }

    @Override
    public TaskKind kind() {
        return TaskKind.REVIEW;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        return new Progress.Finished(() -> requests.send(new ReviewDeadline(task.request(), clock.instant())));
    }
}
