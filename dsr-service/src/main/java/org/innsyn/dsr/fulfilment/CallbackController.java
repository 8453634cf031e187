package org.innsyn.dsr.fulfilment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.innsyn.dsr.connector.webhook.Callbacks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where systems say that they have done what they were asked. What they say is not believed, only that they say it: they are asked at
 * once instead of after a pause. So a message that comes twice, or is played back, does no harm.
 */
@RestController
class CallbackController {

    private static final int LONGEST_BODY = 16_384;

    private final Callbacks callbacks;
    private final TaskQueue queue;
    private final Clock clock;

    CallbackController(Callbacks callbacks, TaskQueue queue, Clock clock) {
        this.callbacks = callbacks;
        this.queue = queue;
        this.clock = clock;
    }

    /** 204 for a message of the system's own, 401 for any other; nobody learns which systems there are. */
    @PostMapping("/api/v1/connectors/{system}/callback")
    ResponseEntity<Void> callback(
            @PathVariable String system,
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") long epochSecond,
            @RequestHeader("webhook-signature") String signature,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY || !callbacks.isFrom(system, id, epochSecond, body, signature, clock.instant())) {
            return ResponseEntity.status(401).build();
        }
        queue.wake(system);
        return ResponseEntity.noContent().build();
    }
}
