package org.innsyn.verifier.note;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.tree.Sha256;

/**
 * A public key under a name (C2SP {@code signed-note}, "Verifier keys"): {@code <name>+<hex key id>+<base64>}. Ed25519 only.
 */
public final class VerifierKey {

    private static final byte ED25519 = 0x01;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String text;
    private final String name;
    private final String id;
    private final PublicKey key;

    private VerifierKey(String text, String name, String id, PublicKey key) {
        this.text = text;
        this.name = name;
        this.id = id;
        this.key = key;
    }

    /**
     * @throws Malformed when it is no verifier key, when its id is not the hash of its content, or when it is not of type Ed25519
     */
    public static VerifierKey parse(String text) {
        return parse(text, ED25519, "the key is not an Ed25519 key");
    }

    static VerifierKey parse(String text, byte type, String otherType) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !SignedNote.isKeyName(parts[0])) {
            throw new Malformed("the key is not of the form name+id+base64");
        }
        byte[] material = StrictBase64.decode("the key", parts[2], 33);
        if (material[0] != type) {
            throw new Malformed(otherType);
        }
        if (!parts[1].equals(id(parts[0], material))) {
            throw new Malformed("the key's id does not belong to the key");
        }
        return new VerifierKey(text, parts[0], parts[1], publicKey(Arrays.copyOfRange(material, 1, 33)));
    }

    private static String id(String name, byte[] material) {
        byte[] hash = Sha256.of(Utf8.encode(name), new byte[] {'\n'}, material).bytes();
        return HexFormat.of().formatHex(hash, 0, 4);
    }

    private static PublicKey publicKey(byte[] raw) {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509_PREFIX);
        encoded.writeBytes(raw);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
        } catch (GeneralSecurityException notAPoint) {
            throw new Malformed("the key is not an Ed25519 key");
        }
    }

    /** The name signatures carry. */
    public String name() {
        return name;
    }

    /** The four bytes that tell keys of one name apart, in lowercase hex. */
    public String id() {
        return id;
    }

    /** Whether {@code signature} over {@code message} was made by this key (RFC 8032). */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** The key as it is handed around. */
    @Override
    public String toString() {
        return text;
    }
}
