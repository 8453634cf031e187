package org.innsyn.verifier.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.copy.CopyCheck;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.VerifierKey;

/** Checks a receipt: a signed note whose text is the format and a JSON object, a line each. It is the company's word, and only that. */
public final class ReceiptCheck {

    private static final String BEGIN = "innsyn-receipt/1\n";

    private final List<VerifierKey> given;

    /** @param given keys for copies, had from elsewhere; any of them decides, and only for want of one the key that came along */
    public ReceiptCheck(List<VerifierKey> given) {
        this.given = given;
    }

    /** Whether the text says that it is a receipt. */
    public static boolean isOne(String text) {
        return text.startsWith(BEGIN);
    }

    /** @throws Rejected when it is not signed by a key to be trusted, or breaks the format */
    public CheckedReceipt check(String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            Json.Members receipt = content(note.text());
            VerifierKey signer = note.signedBy(given.isEmpty() ? List.of(enclosed(receipt)) : given);
            return new CheckedReceipt(signer, !given.isEmpty(), Json.text(receipt, "reference"), Json.text(receipt, "right"), Json.text(receipt, "state"),
                    Json.text(receipt, "receivedAt"), Json.text(receipt, "madeAt"), items(receipt));
        } catch (Malformed broken) {
            throw new Rejected("format", "It breaks the format: " + broken.getMessage() + ".");
        }
    }

    private static Json.Members content(String signed) {
        if (!signed.startsWith(BEGIN) || signed.indexOf('\n', BEGIN.length()) != signed.length() - 1) {
            throw new Malformed("the signed text is not two lines");
        }
        if (Json.parse(signed.substring(BEGIN.length(), signed.length() - 1)) instanceof Json.Members receipt) {
            return receipt;
        }
        throw new Malformed("the receipt is no JSON object");
    }

    private static VerifierKey enclosed(Json.Members receipt) {
        VerifierKey key = VerifierKey.parse(Json.text(receipt, "key"));
        if (!CopyCheck.isCopyKey(key)) {
            throw new Malformed("it is signed with a key that is not for copies");
        }
        return key;
    }

    private static List<String> items(Json.Members receipt) {
        if (receipt.members().get("items") instanceof Json.Items(List<Json> items)) {
            return items.stream().map(ReceiptCheck::line).toList();
        }
        throw new Malformed("\"items\" is missing or not a list");
    }

    private static String line(Json item) {
        if (!(item instanceof Json.Members part)) {
            throw new Malformed("a part is no JSON object");
        }
        var said = new ArrayList<String>();
        said.add(Json.text(part, "outcome") + ", " + Json.text(part, "state"));
        said.add(affected(part));
        said.add(where(part, "ground", "ground: "));
        said.add(where(part, "keptUntil", "kept until "));
        said.add(where(part, "readBackAt", "looked up again at "));
        said.add(where(part, "unreadableSince", "unreadable since "));
        said.add(where(part, "beyondRecoverySince", "beyond recovery since "));
        said.add(where(part, "erasedAgainAt", "erased again, after a backup had brought it back, at "));
        said.add(new Json.Truth(true).equals(part.members().get("byHand")) ? "by a person's word" : "");
        return "%s (%s): %s".formatted(Json.text(part, "item"), Json.text(part, "category"), said.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("; ")));
    }

    private static String affected(Json.Members part) {
        if (!(part.members().get("affected") instanceof Json.Members counts)) {
            throw new Malformed("\"affected\" is missing or no object");
        }
        return counts.members().entrySet().stream().map(count -> number(count.getValue()) + " " + count.getKey()).collect(Collectors.joining(", "));
    }

    private static String number(Json count) {
        if (count instanceof Json.Number(String written)) {
            return written;
        }
        throw new Malformed("what was done is not counted");
    }

    private static String where(Json.Members part, String name, String words) {
        return part.members().containsKey(name) ? words + Json.text(part, name) : "";
    }
}
