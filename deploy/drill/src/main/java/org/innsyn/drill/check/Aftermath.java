package org.innsyn.drill.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.house.AuditService;
import org.innsyn.drill.Until;

/**
 * How the house stands after something happened to it.
 *
 * @param recorded what is there of what was acknowledged
 * @param checkpoints how many published checkpoints the log was held to
 * @param leaves how many leaves the log has
 * @param complaints everything that does not hold, a sentence each; empty when all is well
 */
public record Aftermath(Recorded recorded, int checkpoints, long leaves, List<String> complaints) {

    private static final Duration FOLLOWING_LIMIT = Duration.ofMinutes(5);

    public Aftermath {
        complaints = List.copyOf(complaints);
    }

    public boolean isWell() {
        return complaints.isEmpty();
    }

    /** Waits until everything that is recorded is also in the log and published, and then looks at all of it, while nothing is reported. */
    public static Aftermath of(AuditService service, Kafka kafka, Map<String, Long> acknowledged, Published published) throws InterruptedException {
        var database = service.database();
        Until.holds("the topic is read to its end", FOLLOWING_LIMIT, () -> kafka.unread(database) == 0);
        Until.holds("the log has every entry and publishes it", FOLLOWING_LIMIT, () -> database.number("""
                select (select count(*) from domain_event where payload_type = 'ledger.AccessRecorded')
                     - (select count(*) from entry_leaf where leaf_index < (select coalesce(max(size), 0) from log_checkpoint))""") == 0);
        var recorded = Recorded.compare(database, acknowledged);
        var complaints = new ArrayList<>(recorded.complaints());
        var seen = published.seen();
        complaints.addAll(new LogAudit(service.address("/log/").toString(), published.key()).complaints(seen));
        if (!published.twoStories().isEmpty()) {
            complaints.add(published.twoStories());
        }
        complaints.addAll(Doctor.of(service).complaints());
        return new Aftermath(recorded, seen.size(), database.number("select size from log_state"), complaints);
    }
}
