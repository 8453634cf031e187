package org.innsyn.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 (RFC 2104) under one key. Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
 * Safe for use by many threads.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** Holds the key and is never used itself: a copy of it costs a fraction of looking for a provider and preparing the key again. */
    private volatile @Nullable Mac keyed;
    private final SecretKeySpec key;

    public KeyedHash(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a key for HMAC-SHA-256 has at least 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The 32-byte hash of the parts in their order. */
    public byte[] of(byte[]... parts) {
        try {
            var mac = (Mac) keyed().clone();
            for (var part : parts) {
                mac.update(ByteBuffer.allocate(4).putInt(part.length).flip());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java's HMAC can be copied", e);
        }
    }

    /** Made when it is first needed: many keys are never asked for a hash. */
    private Mac keyed() {
        var made = keyed;
        if (made == null) {
            try {
                made = Mac.getInstance(ALGORITHM);
                made.init(key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA-256 is not available", e);
            }
            keyed = made;
        }
        return made;
    }

    /**
     * A number of this many decimal digits that follows from the parts, for people to read and type: what is shown needs to be kept nowhere.
     *
     * @param digits 1 to 9
     */
    public String digits(int digits, String... parts) {
        long number = Long.remainderUnsigned(ByteBuffer.wrap(of(parts)).getLong(), (long) Math.pow(10, digits));
        return ("%0" + digits + "d").formatted(number);
    }

    /** Whether a text is the number of {@link #digits}; takes as long for a wrong one as for the right one. */
    public boolean isDigits(String text, int digits, String... parts) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), digits(digits, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The 32-byte hash of the parts' UTF-8 bytes. */
    public byte[] of(String... parts) {
        var bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return of(bytes);
    }
}
