package org.innsyn.verifier.note;

import java.util.Arrays;
import java.util.HexFormat;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;

/** One signature line of a note: whose it says it is, and the signature's bytes. */
record NoteSignature(String line, String name, String id, byte[] bytes) {

    private static final String DASH = "\u2014 ";

    static NoteSignature parse(String line) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(DASH) || parts.length != 3 || !SignedNote.isKeyName(parts[1])) {
            throw new Malformed("a signature line is not of the form dash, name, base64");
        }
        byte[] all = StrictBase64.decode("a signature", parts[2]);
        if (all.length <= 4) {
            throw new Malformed("a signature is too short");
        }
        return new NoteSignature(line, parts[1], HexFormat.of().formatHex(all, 0, 4), Arrays.copyOfRange(all, 4, all.length));
    }

    boolean claims(VerifierKey key) {
        return name.equals(key.name()) && id.equals(key.id());
    }
}
