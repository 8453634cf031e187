package org.innsyn.verifier.receipt;

import java.util.List;
import org.innsyn.verifier.note.VerifierKey;

/**
 * A receipt whose signature is good.
 *
 * @param signer the key that signed it
 * @param signerWasGiven whether the reader named that key
 * @param reference the request's reference, as text from outside
 * @param right which right
 * @param state done, or partly done
 * @param receivedAt when the request was received
 * @param madeAt when the receipt was made
 * @param items a line for each part, as text from outside
 */
public record CheckedReceipt(
        VerifierKey signer, boolean signerWasGiven, String reference, String right, String state, String receivedAt, String madeAt, List<String> items) {}
