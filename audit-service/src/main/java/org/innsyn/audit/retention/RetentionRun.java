package org.innsyn.audit.retention;

import java.time.Instant;

/**
 * What one look for ended entries came to.
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
record RetentionRun(String rule, Instant keptFrom, Instant endedAt, long ledgers, long entries, long staff, long findings, long heldBack) {}
