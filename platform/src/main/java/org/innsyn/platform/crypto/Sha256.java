package org.innsyn.platform.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {

    private Sha256() {}

    /** The 32-byte digest of the parts laid end to end. */
    public static byte[] of(byte[]... parts) {
        var digest = start();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** A running digest, for what does not fit into memory. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
