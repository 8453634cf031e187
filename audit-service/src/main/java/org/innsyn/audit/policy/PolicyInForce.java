package org.innsyn.audit.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.schemas.access.AccessData;

/** The policy that accesses are judged by now. */
public interface PolicyInForce {

    /**
     * To be asked once in each unit of work, inside its transaction: what was published and committed before is in it. What is
     * published while the unit runs counts for the next one.
     */
    Judge judge();

    /** Judges accesses as they are reported. */
    interface Judge {

        /** By the table and the directory as they were when it was done. */
        Judgement judge(Instant occurredAt, AccessData access);

        /** The unit somebody belonged to at that time, by their random reference. */
        Optional<String> unitOf(UUID staff, Instant at);
    }
}
