package org.innsyn.verifier.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.VerifierKey;

/**
 * A report in which everything that can be checked is good.
 *
 * @param report its id
 * @param from the period, inclusive
 * @param to the period, exclusive
 * @param first the run's first leaf
 * @param end after its last leaf
 * @param counts leaves by kind: listed, outside, closed, other
 * @param files how many files match the signed manifest
 * @param checkpoint what the log signed
 * @param logKey the key that signed it
 * @param reportKey the key that signed the report
 * @param reportKeyWasGiven whether that one came from elsewhere
 * @param earlier the size of an earlier checkpoint that the log has grown from
 */
public record CheckedReport(
        String report, Instant from, Instant to, long first, long end, Map<String, Long> counts, int files, Checkpoint checkpoint, VerifierKey logKey, VerifierKey reportKey,
        boolean reportKeyWasGiven, Optional<Long> earlier) {}
