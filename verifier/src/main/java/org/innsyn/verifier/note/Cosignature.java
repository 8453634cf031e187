package org.innsyn.verifier.note;

import java.time.Instant;

/**
 * A witness's word that a checkpoint was the newest it had seen of its log, and that the log had only grown until then.
 *
 * @param witness who signed
 * @param at when, by the witness's clock, to the second
 */
public record Cosignature(WitnessKey witness, Instant at) {}
