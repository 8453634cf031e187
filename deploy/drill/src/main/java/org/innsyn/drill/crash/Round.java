package org.innsyn.drill.crash;

import java.util.List;

/**
 * One kill, and what was found after it.
 *
 * @param kill what was ended
 * @param afterMillis how long reports had come in since the last round when it was
 * @param acknowledged reports acknowledged so far, in this house
 * @param sinceLast of those, how many between the last round and this kill
 * @param lost acknowledged and not there
 * @param duplicates there more than once
 * @param gaps numbers missing
 * @param checkpoints published checkpoints that the log was held to
 * @param leaves in the log
 * @param complaints all that does not hold, a sentence each
 */
record Round(String kill, long afterMillis, long acknowledged, long sinceLast, long lost, long duplicates, long gaps, int checkpoints, long leaves, List<String> complaints) {

    boolean isWell() {
        return complaints.isEmpty();
    }
}
