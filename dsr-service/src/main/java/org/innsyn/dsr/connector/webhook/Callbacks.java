package org.innsyn.dsr.connector.webhook;

import java.time.Instant;
import java.util.Map;
import org.innsyn.platform.crypto.WebhookSignature;

/** Who may say that a system is done: whoever knows its secret. */
public record Callbacks(Map<String, WebhookSignature> systems) {

    /** Whether a message was signed by this system, now. */
    public boolean isFrom(String system, String id, long epochSecond, byte[] body, String signature, Instant now) {
        var known = systems.get(system);
        return known != null && known.isRight(id, epochSecond, body, signature, now);
    }
}
