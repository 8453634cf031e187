package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.request.RequestCommand.NoteDeadlines;
import org.springframework.stereotype.Component;

/**
 * Asks a request to note what passed. The task was written in the transaction of the event that set the date and ends in that of what is noted, so it
 * is asked at least once, however often the machine stops; the request notes each date once.
 */
@Component
class DeadlineRunner implements TaskRunner {

    private final RequestDispatcher requests;
    private final Clock clock;

    DeadlineRunner(RequestDispatcher requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.DEADLINE;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        return new Progress.Finished(() -> requests.send(new NoteDeadlines(task.request(), clock.instant())));
    }
}
