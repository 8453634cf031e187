package org.innsyn.verifier.copy;

import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.Sha256;

/** Checks the note beside a copy's manifest: a signature over the manifest's very bytes. */
final class ManifestSignature {

    private final List<VerifierKey> given;

    /** @param given keys for copies, had from elsewhere; any of them decides, and only for want of one the key that came along */
    ManifestSignature(List<VerifierKey> given) {
        this.given = given;
    }

    /**
     * @return the key that signed
     * @throws Rejected when the note is not one over this manifest by a key to be trusted
     */
    VerifierKey check(Manifest.Signature signature, byte[] manifest, String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            VerifierKey signer = signed.signedBy(given.isEmpty() ? List.of(enclosed(signature)) : given);
            if (!signed.text().equals(Manifest.SIGNED + "\n" + signature.request() + "\n" + Sha256.of(manifest) + "\n")) {
                throw new Rejected("text", "It signs another manifest than the one here.");
            }
            return signer;
        } catch (Malformed broken) {
            throw new Rejected(Manifest.NOTE, "It breaks the format: " + broken.getMessage() + ".");
        } catch (Rejected bad) {
            throw bad.within(Manifest.NOTE);
        }
    }

    private static VerifierKey enclosed(Manifest.Signature signature) {
        VerifierKey key = VerifierKey.parse(signature.key());
        if (!isForCopies(key)) {
            throw new Malformed("it is signed with a key that is not for copies");
        }
        return key;
    }

    /** Keys for copies are told from a log's by their names. */
    static boolean isForCopies(VerifierKey key) {
        return key.name().endsWith("/copies");
    }
}
