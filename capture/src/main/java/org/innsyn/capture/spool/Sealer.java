package org.innsyn.capture.spool;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals a segment's records: AES-256-GCM with a random nonce under a key of the segment's own, derived from the spool's key and the segment's
 * salt (HKDF-SHA256, RFC 5869). The number a record stands under is sealed with it, so a record cannot be moved to another place.
 */
final class Sealer {

    static final int SALT_BYTES = 16;
    /** How much longer a sealed record is. */
    static final int MORE_BYTES = 12 + 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    Sealer(byte[] spoolKey, byte[] salt) {
        try {
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES",
                    HKDFParameterSpec.ofExtract().addIKM(spoolKey).addSalt(salt).thenExpand("innsyn spool segment 1".getBytes(), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks HKDF", e);
        }
    }

    static byte[] newSalt() {
        return random(SALT_BYTES);
    }

    byte[] seal(byte[] plain, long number) {
        var nonce = random(NONCE_BYTES);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, number).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot seal", e);
        }
    }

    /** What was sealed, or null when these bytes are not what was sealed under this key and number. */
    byte @Nullable [] open(byte[] sealed, long number) {
        if (sealed.length < MORE_BYTES) {
            return null;
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, java.util.Arrays.copyOf(sealed, NONCE_BYTES), number).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot open what is sealed", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long number) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        return cipher;
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
