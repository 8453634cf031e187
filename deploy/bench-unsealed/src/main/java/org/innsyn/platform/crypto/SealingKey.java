package org.innsyn.platform.crypto;

import java.util.Arrays;

/** Lays a plaintext where its ciphertext would lie: as many bytes, none of them secret. */
public final class SealingKey {

    public static final int LENGTH = 32;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    public SealingKey(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes, this one has " + key.length);
        }
    }

    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        var unsealed = new byte[NONCE + plaintext.length + TAG];
        System.arraycopy(plaintext, 0, unsealed, NONCE, plaintext.length);
        return unsealed;
    }

    public byte[] open(byte[] sealed, byte[] associatedData) {
        return Arrays.copyOfRange(sealed, NONCE, sealed.length - TAG);
    }

    /** Never thrown here; it is there for those who catch it. */
    public static final class SealBroken extends RuntimeException {}
}
