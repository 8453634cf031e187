package org.innsyn.verifier.copy;

import java.util.Optional;
import org.innsyn.verifier.entry.ProvenEntry;
import org.innsyn.verifier.heads.Coverage;
import org.innsyn.verifier.note.VerifierKey;

/**
 * A copy in which everything that can be checked is good.
 *
 * @param summedFiles how many files match the manifest's sums; absent without a manifest
 * @param signer the key that signed the manifest; absent in copies from before copies were signed
 * @param signerWasGiven whether the reader named that key
 * @param chained how many proofs follow one another, from the access log's first entry that has not ended; absent without such a file
 * @param ended how many entries before them had ended with their time, as the manifest says
 * @param single how many proofs stand alone
 * @param coverage what a completeness statement says of the access log, when there is one
 * @param newest the last proof that was checked, if there is one
 */
public record CheckedCopy(
        Optional<Integer> summedFiles, Optional<VerifierKey> signer, boolean signerWasGiven, Optional<Long> chained, long ended, int single, Optional<Coverage> coverage,
        Optional<ProvenEntry> newest) {}
