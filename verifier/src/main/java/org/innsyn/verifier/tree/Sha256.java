package org.innsyn.verifier.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every JDK has. */
public final class Sha256 {

    /** Finding a digest costs more than a short hash: one a thread, always reset again by its use. */
    private static final ThreadLocal<MessageDigest> SHARED = ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    /** A digest to be used up at once, before anything else is hashed. */
    static MessageDigest shared() {
        return SHARED.get();
    }

    /** The hash of the parts, one after the other. */
    public static Hash of(byte[]... parts) {
        MessageDigest digest = shared();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** A fresh digest, for what comes in pieces. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
