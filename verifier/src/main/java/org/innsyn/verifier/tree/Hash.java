package org.innsyn.verifier.tree;

import java.security.MessageDigest;
import java.util.Arrays;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;

/** 32 bytes: a SHA-256. Equal when the bytes are. */
public final class Hash {

    /** Bytes in a hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    /**
     * @throws Malformed when there are not 32 bytes
     */
    public Hash(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Malformed("a hash has %d bytes instead of %d".formatted(bytes.length, LENGTH));
        }
        this.bytes = bytes.clone();
    }

    /** The 32 bytes of {@code source} from {@code offset} on. */
    public static Hash at(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, offset + LENGTH));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether they are the 32 bytes of {@code source} from {@code offset} on. */
    public boolean isAt(byte[] source, int offset) {
        return Arrays.equals(bytes, 0, LENGTH, source, offset, offset + LENGTH);
    }

    void into(MessageDigest digest) {
        digest.update(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In base64, as checkpoints and proofs write it. */
    @Override
    public String toString() {
        return StrictBase64.encode(bytes);
    }
}
