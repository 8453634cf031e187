package org.innsyn.verifier.note;

/**
 * A note and the key it was accepted with.
 *
 * @param key whose signature was good
 * @param note what it signed
 */
public record Signed(VerifierKey key, SignedNote note) {}
