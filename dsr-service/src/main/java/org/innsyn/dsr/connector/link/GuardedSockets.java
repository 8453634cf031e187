package org.innsyn.dsr.connector.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the connections of protocols that are conversations over one socket. */
public final class GuardedSockets extends SocketFactory {

    private final Limits limits;
    private final AnswerFilter filter;
    private final @Nullable SSLSocketFactory tls;
    private final @Nullable Upgrade upgrade;
    private volatile @Nullable AnswerRefused refused;

    /**
     * @param limits of every answer
     * @param filter looks at what comes in before anybody else does
     * @param tls makes encrypted sockets; null for a plain connection, which leads to this machine and nowhere else
     */
    public GuardedSockets(Limits limits, AnswerFilter filter, @Nullable SSLSocketFactory tls) {
        this(limits, filter, tls, null);
    }

    /** @param upgrade how a connection that begins in clear is encrypted; null for one that is from its first byte */
    public GuardedSockets(Limits limits, AnswerFilter filter, @Nullable SSLSocketFactory tls, @Nullable Upgrade upgrade) {
        if (upgrade != null && tls == null) {
            throw new IllegalArgumentException("a connection that is to be encrypted needs something that encrypts");
        }
        this.limits = limits;
        this.filter = filter;
        this.tls = tls;
        this.upgrade = upgrade;
    }

    /** The answer that was not taken, if there was one: those who speak a protocol tend to forget why a connection ended. */
    public Optional<AnswerRefused> refused() {
        return Optional.ofNullable(refused);
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(limits, filter, tls, upgrade, problem -> refused = problem);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("sockets are connected after they are made");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
        return createSocket(address, port);
    }
}
