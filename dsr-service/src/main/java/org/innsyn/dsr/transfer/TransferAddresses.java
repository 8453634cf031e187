package org.innsyn.dsr.transfer;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people may have their data put. They name the address themselves, so it must not lead into the company's own network: only public addresses, encrypted,
 * and what the operator has named beside them. Looked at when it is said and again before every attempt; between that look and the connection a name could still
 * change, and then the certificate has to fit a name that the attacker does not own there.
 */
@Component
class TransferAddresses {

    private final List<String> allowed;

    /** @param allowed {@code host:port} of servers that may be reached wherever they are, without TLS too when they are on this machine */
    TransferAddresses(@Value("${innsyn.transfer.allowed:}") List<String> allowed) {
        this.allowed = allowed;
    }

    /** Whether it has a form that could be reached at all. */
    boolean isAddress(URI address) {
        return address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null
                && (isNamed(address) ? List.of("imap", "imaps", "http", "https") : List.of("imaps", "https")).contains(String.valueOf(address.getScheme()));
    }

    /** @throws SystemUnavailable when it leads somewhere else than to a public address */
    void require(URI address) {
        if (isNamed(address)) {
            return;
        }
        try {
            if (Arrays.stream(InetAddress.getAllByName(address.getHost())).allMatch(TransferAddresses::isPublic)) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new SystemUnavailable("There is no server of that name. Nothing was put anywhere.");
        }
        throw new SystemUnavailable("That address does not lead to a server on the internet. Nothing was put anywhere.");
    }

    private boolean isNamed(URI address) {
        return allowed.contains(address.getHost() + ":" + address.getPort());
    }

    /** IANA's special-purpose registries, as far as they are no way to anybody else's server. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        return bytes.length == 4
                ? first != 0 && first < 240 && !(first == 100 && second >= 64 && second < 128) && !(first == 192 && second == 0 && bytes[2] == 0)
                        && !(first == 198 && (second == 18 || second == 19))
                : (first & 0xfe) != 0xfc && !isEmbedded(bytes);
    }

    /** IPv4 addresses in other clothes (NAT64, 6to4, IPv4-compatible) lead to where those lead. */
    private static boolean isEmbedded(byte[] bytes) {
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean compatible = true;
        for (int i = 0; i < 12; i++) {
            compatible &= bytes[i] == 0;
        }
        return nat64 || sixToFour || compatible;
    }
}
