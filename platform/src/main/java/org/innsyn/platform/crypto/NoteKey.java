package org.innsyn.platform.crypto;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs notes with Ed25519 (RFC 8032). Signing the same text twice gives the same signature.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public final class NoteKey {

    private static final byte ED25519 = 0x01;

    private final String name;
    private final byte[] publicKey;
    private final Ed25519Sign signer;

    /**
     * @param name the key's name, without blanks and plus signs; for a log its origin
     * @param seed 32 secret bytes
     */
    public NoteKey(String name, byte[] seed) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("a note key's name has neither blanks nor plus signs");
        }
        try {
            var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            this.name = name;
            this.publicKey = pair.getPublicKey();
            this.signer = new Ed25519Sign(pair.getPrivateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    public String name() {
        return name;
    }

    /** The note: {@code text}, which ends in a newline, an empty line, and the signature line. */
    public String sign(String text) {
        return text + "\n" + line(text);
    }

    /** The signature line alone, for a note that several keys sign. */
    public String line(String text) {
        try {
            var signature = new ByteArrayOutputStream();
            signature.writeBytes(id());
            signature.writeBytes(signer.sign(text.getBytes(StandardCharsets.UTF_8)));
            return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(signature.toByteArray()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** What a verifier needs to know: {@code <name>+<hex key id>+<base64 of type and public key>}. */
    public String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] id() {
        return Arrays.copyOf(Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed()), 4);
    }

    private byte[] typed() {
        var typed = new byte[1 + publicKey.length];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }
}
