package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.util.UUID;
import org.innsyn.dsr.notice.Outbox;
import org.innsyn.dsr.request.RequestId;
import org.springframework.stereotype.Component;

/** Sending a notice is a task like others. */
@Component
class NoticeQueue implements Outbox {

    private final TaskQueue queue;
    private final Clock clock;

    NoticeQueue(TaskQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void send(RequestId request, UUID notice) {
        queue.add(request, TaskKind.NOTICE, notice.toString(), clock.instant());
    }
}
