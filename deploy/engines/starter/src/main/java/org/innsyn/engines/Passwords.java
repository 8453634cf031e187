package org.innsyn.engines;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords nobody has to remember. */
final class Passwords {

    private Passwords() {}

    static String random() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
