package org.innsyn.dsr.export;

import java.util.Map;
import java.util.TreeMap;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessEntry;

/**
 * What the access log shows of purposes and recipients, counted while it is written. There are as many of them as a company has, however long a log is;
 * names of recipients come from outside, so no more than {@value #MOST} are kept apart.
 */
final class Observed {

    static final int MOST = 500;

    private final Map<String, Long> purposes = new TreeMap<>();
    private final Map<String, Long> recipients = new TreeMap<>();
    private long furtherRecipients;

    void add(AccessEntry entry) {
        purposes.merge(entry.purpose(), 1L, Long::sum);
        if (entry.details() != null && entry.details().recipient() != null) {
            recipient(entry.details().recipient());
        } else if (entry.actor().kind() == ActorKind.PROCESSOR || entry.actor().kind() == ActorKind.AUTHORITY || entry.operation() == Operation.DISCLOSE) {
            recipient(entry.actor().unit() == null ? entry.actor().kind().name().toLowerCase(java.util.Locale.ROOT) : entry.actor().unit());
        }
    }

    private void recipient(String name) {
        if (recipients.containsKey(name) || recipients.size() < MOST) {
            recipients.merge(name, 1L, Long::sum);
        } else {
            furtherRecipients++;
        }
    }

    /** How often each purpose was given, by its code. */
    Map<String, Long> purposes() {
        return purposes;
    }

    /** How often each recipient got something, by the name the log gives. */
    Map<String, Long> recipients() {
        return recipients;
    }

    /** How often somebody else got something. */
    long furtherRecipients() {
        return furtherRecipients;
    }
}
