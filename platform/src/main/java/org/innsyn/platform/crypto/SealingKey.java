package org.innsyn.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/**
 * An AES-256-GCM key.
 *
 * <p>Guarantees confidentiality and integrity of what is sealed, and that it opens only with the same associated data. A fresh random
 * 96-bit nonce is drawn for every message (NIST SP 800-38D section 8.2.2), so one key may seal at most 2^32 messages.
 * Does not hide how long the plaintext is.
 */
public final class SealingKey {

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private final Aead aead;

    public SealingKey(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes, this one has " + key.length);
        }
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** Nonce, ciphertext and tag of {@code plaintext}, bound to {@code associatedData}. */
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        try {
            return aead.encrypt(plaintext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** @throws SealBroken when the bytes were changed, or sealed with another key or other associated data */
    public byte[] open(byte[] sealed, byte[] associatedData) {
        try {
            return aead.decrypt(sealed, associatedData);
        } catch (GeneralSecurityException e) {
            throw new SealBroken();
        }
    }

    /** What was sealed does not open: it was changed or belongs elsewhere. Says nothing of the content. */
    public static final class SealBroken extends RuntimeException {
        SealBroken() {
            super("a sealed value does not open: it was changed, or sealed for another place");
        }
    }
}
