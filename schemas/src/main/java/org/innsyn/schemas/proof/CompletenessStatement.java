package org.innsyn.schemas.proof;

import java.util.List;
import java.util.UUID;

/**
 * States how many entries a ledger had at a moment, in a form that can be checked against the signed log: all of them were recorded, and
 * what no source reported is not covered. The format is described in {@code docs/proof-format.md}.
 *
 * @param format {@value #FORMAT}
 * @param ledger whose
 * @param slot its place in the tree of heads; its first entry names the same
 * @param number how many entries it had
 * @param newest 32 bytes: leaf data of entry {@code number}
 * @param blinding 32 bytes that hide the head from everybody else
 * @param path 32 hashes from the slot up to the tree's root
 * @param heads the tree's leaf in the log: epoch, size of the log, time and root
 * @param proof the leaf's way to a signed checkpoint, as a C2SP tlog-proof
 * @param key the log's verifier key, as published when the statement was made
 */
public record CompletenessStatement(
        String format, UUID ledger, long slot, long number, byte[] newest, byte[] blinding, List<byte[]> path, String heads, String proof, String key) {

    public static final String FORMAT = "innsyn-completeness/1";
    /** How a copy names the file. */
    public static final String FILE = "completeness.json";
}
