package org.innsyn.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.WitnessKey;
import org.innsyn.verifier.tree.Sha256;

/** The witness's own key: Ed25519, as C2SP {@code tlog-cosignature} uses it. Kept in one file, made when there is none. */
final class CosigningKey {

    private static final byte TYPE = 0x04;
    private static final int RAW = 32;

    private final WitnessKey verifierKey;
    private final PrivateKey key;

    private CosigningKey(WitnessKey verifierKey, PrivateKey key) {
        this.verifierKey = verifierKey;
        this.key = key;
    }

    /**
     * The key in this file. Without one, a new key under {@code name}, which is on disk before this returns.
     *
     * @param name without blanks and plus signs, preferably a URL without its scheme; used for a new key only
     * @throws IOException when the file cannot be read or written, or is no key: then nothing was changed
     */
    static CosigningKey in(Path file, String name) throws IOException {
        try {
            if (!Files.exists(file)) {
                create(file, name);
            }
            List<String> lines = Files.readAllLines(file);
            var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)));
            var key = new CosigningKey(WitnessKey.parse(lines.get(0)), KeyFactory.getInstance("Ed25519").generatePrivate(secret));
            return key;
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new IOException(file + " is not a witness's key; nothing was changed", broken);
        }
    }

    private static void create(Path file, String name) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] typed = new byte[1 + RAW];
        typed[0] = TYPE;
        System.arraycopy(encoded, encoded.length - RAW, typed, 1, RAW);
        String id = HexFormat.of().formatHex(Sha256.of(Utf8.encode(name + "\n"), typed).bytes(), 0, 4);
        String verifierKey = WitnessKey.parse(name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed)).toString();
        Durable.write(file, verifierKey + "\n" + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n");
    }

    /** What others check its cosignatures with. */
    WitnessKey verifierKey() {
        return verifierKey;
    }

    /**
     * The signature line that says: at this time this was the newest checkpoint seen of its log.
     *
     * @param body the checkpoint's text, ending in a newline
     */
    String cosign(String body, Instant at) {
        long seconds = at.getEpochSecond();
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(Utf8.encode("cosignature/v1\ntime " + seconds + "\n" + body));
            byte[] signature = ed25519.sign();
            var line = ByteBuffer.allocate(4 + Long.BYTES + signature.length).put(id()).putLong(seconds).put(signature).array();
            return "\u2014 " + verifierKey.name() + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    private byte[] id() {
        return HexFormat.of().parseHex(Arrays.asList(verifierKey.toString().split("\\+")).get(1));
    }
}
