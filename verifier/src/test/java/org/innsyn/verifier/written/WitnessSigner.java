package org.innsyn.verifier.written;

import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.int64;
import static org.innsyn.verifier.written.Bytes.join;
import static org.innsyn.verifier.written.Bytes.sha256;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/** A witness's key under a name, which cosigns whatever it is given (C2SP tlog-cosignature, Ed25519). */
public final class WitnessSigner {

    private final String name;
    private final KeyPair pair;
    private final byte[] material;

    public WitnessSigner(String name) {
        this.name = name;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        this.material = join(new byte[] {4}, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    public byte[] id() {
        return Arrays.copyOf(sha256(utf8(name + "\n"), material), 4);
    }

    public String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(material);
    }

    /** The note with this witness's line below its others. */
    public String cosign(String note, long time) {
        return note + line(signature(note, time));
    }

    /** The same for a note that ends a longer text. */
    public String cosign(String text, String note, long time) {
        return text + line(signature(note, time));
    }

    public String line(byte[] signature) {
        return "\u2014 " + name + " " + base64(join(id(), signature)) + "\n";
    }

    /** Time and signature. */
    public byte[] signature(String note, long time) {
        String body = note.substring(0, note.indexOf("\n\n") + 1);
        return join(int64(time), sign("cosignature/v1\ntime " + time + "\n" + body));
    }

    public byte[] sign(String message) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(utf8(message));
            return ed25519.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
