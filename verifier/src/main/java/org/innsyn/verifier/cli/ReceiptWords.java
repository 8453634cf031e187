package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.receipt.CheckedReceipt;

/** What is said about a receipt. */
final class ReceiptWords {

    private ReceiptWords() {}

    static Answer answer(String file, CheckedReceipt receipt) {
        String signer = receipt.signer().toString();
        var lines = new ArrayList<>(List.of(
                "A receipt for request %s (%s), received at %s: %s when this was written, at %s.".formatted(
                        receipt.reference(), receipt.right(), receipt.receivedAt(), receipt.state(), receipt.madeAt()),
                receipt.signerWasGiven()
                        ? "It is signed with a key you named: " + signer + "."
                        : "It is signed with a key that came with it: " + signer + ". Get that key from elsewhere and name it with --key to know whose word it is.",
                "It is the company's word; what it says was done is not shown by it. Part by part:"));
        lines.addAll(receipt.items());
        return Answer.good(file, lines, Map.of(
                "receipt", new Json.Text(receipt.reference()), "copyKey", new Json.Text(signer), "copyKeyWasGiven", new Json.Truth(receipt.signerWasGiven())));
    }
}
