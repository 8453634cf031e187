package org.innsyn.verifier.note;

import java.util.Collection;
import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;

/**
 * Text with signatures below it (C2SP {@code signed-note}).
 *
 * <p>Its text means nothing before {@link #signedBy} returned.
 */
public final class SignedNote {

    private static final int MOST_SIGNATURES = 64;

    private final String text;
    private final List<NoteSignature> signatures;

    private SignedNote(String text, List<NoteSignature> signatures) {
        this.text = text;
        this.signatures = signatures;
    }

    /**
     * @throws Malformed when it is not a note
     */
    public static SignedNote parse(String note) {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("a note holds a control character");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 >= note.length()) {
            throw new Malformed("a note has no signatures");
        }
        List<String> lines = note.substring(blank + 2, note.length() - 1).lines().toList();
        if (lines.size() > MOST_SIGNATURES) {
            throw new Malformed("a note has more than " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(note.substring(0, blank + 1), lines.stream().map(NoteSignature::parse).toList());
    }

    /**
     * Checks the note against the keys the reader trusts; signatures of other keys are ignored.
     *
     * @return the first trusted key that signed it
     * @throws Rejected when a signature that names a trusted key is wrong, or when there is none
     */
    public VerifierKey signedBy(Collection<VerifierKey> trusted) {
        VerifierKey signer = null;
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : trusted) {
                if (signature.claims(key)) {
                    if (!key.verifies(Utf8.encode(text), signature.bytes())) {
                        throw new Rejected("signature", "The signature is not the one of key " + key.name() + "+" + key.id() + " under this text.");
                    }
                    signer = signer == null ? key : signer;
                }
            }
        }
        if (signer == null) {
            throw new Rejected("signature", "No signature is from a key to be trusted here.");
        }
        return signer;
    }

    /** The signed text, ending in a newline. */
    public String text() {
        return text;
    }

    /** Whether this key signed it, too. A line that names the key and is not its signature is none. */
    boolean isSignedBy(VerifierKey key) {
        return signatures.stream().anyMatch(signature -> signature.claims(key) && key.verifies(Utf8.encode(text), signature.bytes()));
    }

    /** The signature lines that name one of these keys, each ending in a newline. Not checked here. */
    public List<String> linesOf(Collection<VerifierKey> keys) {
        return signatures.stream().filter(signature -> keys.stream().anyMatch(signature::claims)).map(signature -> signature.line() + "\n").toList();
    }

    /** The signature lines that say they are this key's. */
    List<NoteSignature> claiming(VerifierKey key) {
        return signatures.stream().filter(signature -> signature.claims(key)).toList();
    }

    /** Key names hold no white space and no plus sign. */
    static boolean isKeyName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
