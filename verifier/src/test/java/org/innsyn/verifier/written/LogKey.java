package org.innsyn.verifier.written;

import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.join;
import static org.innsyn.verifier.written.Bytes.sha256;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/** A log's signing key under a name. */
public final class LogKey {

    private final String name;
    private final KeyPair pair;
    private final byte[] material;

    public LogKey(String name) {
        this.name = name;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        this.material = join(new byte[] {1}, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    public String name() {
        return name;
    }

    private byte[] id() {
        return Arrays.copyOf(sha256(utf8(name + "\n"), material), 4);
    }

    public String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(material);
    }

    /** The text with this key's signature below it. */
    public String sign(String text) {
        return text + "\n" + line(text);
    }

    /** The signature line alone. */
    public String line(String text) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(utf8(text));
            return "\u2014 " + name + " " + base64(join(id(), ed25519.sign())) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
