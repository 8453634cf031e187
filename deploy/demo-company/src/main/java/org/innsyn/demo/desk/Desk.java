package org.innsyn.demo.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.innsyn.demo.report.Channel;
import org.innsyn.demo.report.Outbox;
import org.innsyn.schemas.access.AccessEvent;

/** Does one piece of work after the other; the work and the note that it must be reported are one transaction. */
public final class Desk {

    private final RandomGenerator random;
    private final Clock clock;
    private long made;

    /** @param random decides what is done next and to whom */
    public Desk(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** How many accesses were made so far. */
    public long made() {
        return made;
    }

    /**
     * One piece of work, committed.
     *
     * @param connection without auto-commit; after an exception it must not be used again
     */
    public void work(Connection connection) throws SQLException {
        Optional<Access> access = WorkDay.next(random).perform(connection, random);
        if (access.isPresent()) {
            note(connection, access.get());
            made++;
        }
        connection.commit();
    }

    private void note(Connection connection, Access access) throws SQLException {
        Outbox outbox = new Outbox(connection);
        String source = access.system().source();
        AccessEvent event = AccessEvent.of(
                source,
                UUID.randomUUID().toString(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                access.data(outbox.nextSequence(source)));
        // Half of the reports take each way.
        outbox.add(event, random.nextBoolean() ? Channel.HTTP : Channel.KAFKA);
    }
}
