package org.innsyn.schemas.operator;

import java.time.Instant;
import java.util.List;

/**
 * How long the access log is kept, and what ended.
 *
 * @param rule names the rule and its version
 * @param period how long after the end of the calendar year (ISO 8601, "P3Y")
 * @param citation why so long
 * @param keptFrom what was recorded before this has ended
 * @param runs the newest look, and those before it that found something, newest first
 */
public record RetentionStatus(String rule, String period, String citation, Instant keptFrom, List<Run> runs) {

    /**
     * What one look came to.
     *
     * @param rule by which rule
     * @param keptFrom what was recorded before this was to end
     * @param endedAt when the look was over
     * @param ledgers how many ledgers had entries that ended
     * @param entries how many entries ended
     * @param staff of how many actors names or keys of ended years were destroyed
     * @param findings of how many concluded findings notes and entries were removed
     * @param heldBack how many ledgers and actors wait, because an open finding is about them or the log is still behind
     */
    public record Run(String rule, Instant keptFrom, Instant endedAt, long ledgers, long entries, long staff, long findings, long heldBack) {}
}
