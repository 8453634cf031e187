package org.innsyn.dsr;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** What a database's driver is told so that no connection to another machine is open or goes to the wrong one. */
final class DatabaseTls {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:(postgresql|mariadb)://([^/?]+).*");
    private static final Pattern WEAKER = Pattern.compile("(?i).*[?&]sslmode=(?!verify-full(&|$)).*");

    private DatabaseTls() {}

    /**
     * The driver's settings for an address; none for this machine.
     *
     * @throws IllegalStateException for an address that asks for less, or is of no kind we know
     */
    static Map<String, String> settings(String dataset, String url) {
        var address = ADDRESS.matcher(url);
        if (!address.matches()) {
            throw new IllegalStateException("The address of " + dataset + " begins with jdbc:postgresql://HOST or jdbc:mariadb://HOST.");
        }
        if (Arrays.stream(address.group(2).split(",")).allMatch(DatabaseTls::isThisMachine)) {
            return Map.of();
        }
        if (WEAKER.matcher(url).matches()) {
            throw new IllegalStateException("The database of " + dataset + " is on another machine, and its address asks for less than sslmode=verify-full.");
        }
        return address.group(1).equals("postgresql")
                ? Map.of("sslmode", "verify-full", "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")
                : Map.of("sslMode", "verify-full", "enabledSslProtocolSuites", "TLSv1.2,TLSv1.3");
    }

    private static boolean isThisMachine(String hostAndPort) {
        String host = hostAndPort.startsWith("[") ? hostAndPort.substring(1, hostAndPort.indexOf(']')) : hostAndPort.replaceFirst(":\\d*$", "");
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }
}
