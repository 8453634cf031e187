package org.innsyn.capture;

import java.net.URI;
import java.util.Set;

/** Where personal data and secrets may be sent: over TLS, or to this machine itself. */
final class Addresses {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** @throws IllegalArgumentException when what is sent there could be read on the way */
    static URI safe(URI address) {
        boolean safe = "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme()) && address.getHost() != null && LOOPBACK.contains(address.getHost());
        if (!safe) {
            throw new IllegalArgumentException("accesses are sent over https, or to this machine itself; " + address.getScheme() + "://" + address.getHost() + " is neither");
        }
        return address;
    }
}
