package org.innsyn.dsr.connector.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows about a message beside the message.
 *
 * @param number where it stands in its folder, from 1; in this session
 * @param uid its number that stays
 * @param receivedAt when it came in; null when the server's date is none
 * @param flags as the protocol writes them ("\Seen"), and keywords
 * @param sizeBytes how long the server says it is
 */
record StoredMessage(int number, long uid, @Nullable Instant receivedAt, List<String> flags, long sizeBytes) {

    boolean has(String flag) {
        return flags.stream().anyMatch(flag::equalsIgnoreCase);
    }
}
