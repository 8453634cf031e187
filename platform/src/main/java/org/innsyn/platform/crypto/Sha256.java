package org.innsyn.platform.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {

    /** Never used itself: a copy of it costs less than looking for a provider. */
    private static final MessageDigest FRESH = fresh();

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
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
