package org.innsyn.audit.accesslog;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.GroupCommit;
import org.innsyn.audit.ledger.store.HouseLedgers;
import org.innsyn.audit.ledger.store.Outcome;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.audit.ledger.store.ReportedAccess;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who watches the watchers: reading the log is an access, recorded before its rows are shown. Fails closed. */
final class ReadingLog {

    static final String SOURCE = "urn:innsyn:audit-service";
    static final String OBJECT = "/innsyn/access-log";
    static final String REPORT = "/innsyn/report";

    private static final int MOST_KNOWN = 10_000;

    private static final Logger log = LoggerFactory.getLogger(ReadingLog.class);

    private final GroupCommit commits;
    private final ReportHashes hashes;
    private final HouseLedgers house;
    private final RandomSource random;
    private final Clock clock;
    /** Looks that are known to be recorded, so that the same session's next page costs no transaction. Forgotten ones are duplicates. */
    private final Set<String> known = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KNOWN;
        }
    }));

    ReadingLog(GroupCommit commits, ReportHashes hashes, HouseLedgers house, RandomSource random, Clock clock) {
        this.commits = commits;
        this.hashes = hashes;
        this.house = house;
        this.random = random;
        this.clock = clock;
    }

    /** A person's look at their own log: once a session, and the same report again is a duplicate. */
    void ownView(SignedIn reader, LedgerId ledger) {
        var actor = new Actor(reader.id(), ActorKind.SUBJECT, null, null);
        var id = "own-view:" + session(reader) + ':' + ledger;
        if (!known.contains(id)) {
            record(id, actor, Operation.READ, "rights.access", List.of(ledger));
            known.add(id);
        }
    }

    /**
     * Staff's look at other people's: one access of everybody whose rows are delivered. A look that delivers nobody's rows still shows
     * figures.
     */
    void staffSearch(SignedIn reader, String role, Collection<LedgerId> ledgers) {
        var people = new TreeSet<>(ledgers);
        people.removeIf(house::contains);
        if (people.isEmpty()) {
            staffFigures(reader, role);
        } else {
            record(random.timeOrderedId().toString(), staff(reader, role), Operation.SEARCH, "oversight.review", List.copyOf(people));
        }
    }

    /** Staff's look at figures that show nobody's rows: in the staff log, once a session. */
    void staffFigures(SignedIn reader, String role) {
        record("figures:" + session(reader), staff(reader, role), Operation.SEARCH, "oversight.review", List.of(house.ofStaff()));
    }

    /** A report of pseudonymous rows, asked for or fetched: each time, in the staff log. */
    void staffReport(SignedIn reader, String role, Operation operation) {
        record(random.timeOrderedId().toString(), staff(reader, role), operation, REPORT, "oversight.review", List.of(house.ofStaff()));
    }

    private static Actor staff(SignedIn reader, String role) {
        return new Actor(reader.id(), role.equals("regulator") ? ActorKind.AUTHORITY : ActorKind.STAFF, reader.unit().orElse(null), role);
    }

    /** The provider's session, or the hour where it names none. */
    private String session(SignedIn reader) {
        return reader.session().orElse(reader.id() + clock.instant().truncatedTo(ChronoUnit.HOURS));
    }

    private void record(String id, Actor actor, Operation operation, String purpose, List<LedgerId> ledgers) {
        record(id, actor, operation, OBJECT, purpose, ledgers);
    }

    private void record(String id, Actor actor, Operation operation, String object, String purpose, List<LedgerId> ledgers) {
        var data = new AccessData(List.of(), actor, operation, object, List.of("access-log"), purpose, "legal-obligation",
                null, null, null, null, null, null, null, null);
        try {
            var became = commits.record(List.of(new ReportedAccess(hashes.of(SOURCE, id), clock.instant().truncatedTo(ChronoUnit.MICROS), data, ledgers)));
            if (became.contains(Outcome.FAILED)) {
                throw new IllegalStateException("it could not be recorded");
            }
        } catch (RuntimeException e) {
            log.error("a reading of the access log could not be recorded ({}), so nothing was shown", e.getClass().getSimpleName());
            log.debug("cause", e);
            throw new Problem(503, "reading-not-recorded", "The log cannot be shown right now",
                    "Every look at the log is recorded first, and that failed. Nothing was shown and nothing is lost; try again in a moment.");
        }
    }
}
