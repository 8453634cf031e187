package org.innsyn.verifier.heads;

/**
 * What a statement says of a chain of entries that agrees with it.
 *
 * @param statement the statement that counts most
 * @param missing how many entries it counts after the chain's last; negative when the chain goes on after what it counts
 */
public record Coverage(ProvenStatement statement, long missing) {}
