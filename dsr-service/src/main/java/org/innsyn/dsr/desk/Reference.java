package org.innsyn.dsr.desk;

import org.innsyn.platform.crypto.RandomSource;

/** Short references people can say on the phone: "R-7Q4K-2M". */
final class Reference {

    /** Crockford's Base32: no I, L, O or U to mishear. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Reference() {}

    static String next(RandomSource random) {
        var text = new StringBuilder("R-");
        byte[] bytes = random.bytes(6);
        for (int i = 0; i < bytes.length; i++) {
            text.append(i == 4 ? "-" : "").append(LETTERS.charAt(bytes[i] & 31));
        }
        return text.toString();
    }
}
