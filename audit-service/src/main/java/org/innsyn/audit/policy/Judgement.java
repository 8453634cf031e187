package org.innsyn.audit.policy;

import java.util.UUID;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one access.
 *
 * @param ruling verdict and why
 * @param version the table in force and the directory's revision it was judged with ("a1b2c3d4e5f6.7")
 * @param staff random reference of the actor in the staff directory, where it knows them
 * @param contradicted whether the reporter claims another unit or role than the directory has
 * @param grant the grant that allows it, or would have with a justification; null where there is none
 */
public record Judgement(Ruling ruling, String version, @Nullable UUID staff, boolean contradicted, @Nullable Grant grant) {

    public Verdict verdict() {
        return ruling.verdict();
    }
}
