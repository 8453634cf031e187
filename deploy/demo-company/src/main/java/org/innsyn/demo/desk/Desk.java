package org.innsyn.demo.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.innsyn.capture.Capture;
import org.innsyn.demo.report.Outbox;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.ActorKind;

/**
 * Does one piece of work after the other. What the support desk sees and changes is captured before it is handed out and committed; in the
 * billing system the work and the note that it must be reported are one transaction.
 */
public final class Desk {

    private final RandomGenerator random;
    private final Clock clock;
    private final Capture capture;
    private long made;

    /**
     * @param random decides what is done next and to whom
     * @param capture of the support desk
     */
    public Desk(RandomGenerator random, Clock clock, Capture capture) {
        this.random = random;
        this.clock = clock;
        this.capture = capture;
    }

    /** What the support desk reports as. */
    public static String source() {
        return ReportingSystem.SUPPORT_DESK.source();
    }

    /** How many accesses were made so far. */
    public long made() {
        return made;
    }

    /**
     * One piece of work, committed.
     *
     * @param connection without auto-commit; after an exception it must not be used again
     * @throws org.innsyn.capture.NotCaptured when the access cannot be captured: nothing is handed out or changed then
     */
    public void work(Connection connection) throws SQLException {
        Optional<Access> access = WorkDay.next(random).perform(connection, random);
        if (access.isPresent()) {
            report(connection, access.get());
            made++;
        }
        connection.commit();
    }

    private void report(Connection connection, Access access) throws SQLException {
        switch (access.system()) {
            case SUPPORT_DESK -> {
                if (access.by().kind() == ActorKind.STAFF) {
                    capture.before(access.captured(clock.instant()));
                } else {
                    capture.after(access.captured(clock.instant()));
                }
            }
            case BILLING -> note(connection, access);
        }
    }

    private void note(Connection connection, Access access) throws SQLException {
        Outbox outbox = new Outbox(connection);
        String source = access.system().source();
        outbox.add(AccessEvent.of(
                source,
                UUID.randomUUID().toString(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                access.data(outbox.nextSequence(source))));
    }
}
