package org.innsyn.platform.crypto;

import java.util.Arrays;
import java.util.SortedMap;

/** Commits to nothing, in as many bytes. */
public final class Commitment {

    public static final int SECRET_LENGTH = 32;

    private Commitment() {}

    /** The secret stands in, so that leaves differ as they would. */
    public static byte[] leafData(byte[] secret, SortedMap<String, byte[]> fields) {
        return Arrays.copyOf(secret, 32);
    }

    public static byte[] salt(byte[] secret, String field) {
        return new byte[32];
    }

    public static byte[] digest(byte[] salt, byte[] value) {
        return new byte[32];
    }
}
