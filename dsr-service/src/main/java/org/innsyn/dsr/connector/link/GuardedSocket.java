package org.innsyn.dsr.connector.link;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A socket that is encrypted, or leads to this machine, and whose answers are watched. */
final class GuardedSocket extends Socket {

    private final Limits limits;
    private final AnswerGuard guard;
    private final AnswerFilter filter;
    private final @Nullable SSLSocketFactory tls;
    private final @Nullable Upgrade upgrade;
    private final Consumer<AnswerRefused> refusals;
    private Socket inner = new Socket();
    private @Nullable InputStream in;

    GuardedSocket(Limits limits, AnswerFilter filter, @Nullable SSLSocketFactory tls, @Nullable Upgrade upgrade, Consumer<AnswerRefused> refusals) {
        this.limits = limits;
        this.guard = new AnswerGuard(limits);
        this.filter = filter;
        this.tls = tls;
        this.upgrade = upgrade;
        this.refusals = refusals;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, limits.connectMillis());
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        var address = (InetSocketAddress) endpoint;
        if (tls == null && (address.isUnresolved() || !address.getAddress().isLoopbackAddress())) {
            throw new AnswerRefused("a connection without TLS leads to this machine only");
        }
        inner.connect(address, timeoutMillis);
        inner.setSoTimeout(limits.silenceMillis());
        if (upgrade != null) {
            try {
                upgrade.ask(inner.getInputStream(), inner.getOutputStream());
            } catch (AnswerRefused e) {
                refusals.accept(e);
                throw e;
            }
        }
        if (tls != null) {
            var encrypted = (SSLSocket) tls.createSocket(inner, address.getHostString(), address.getPort(), true);
            encrypted.setSSLParameters(Tls.parameters());
            encrypted.startHandshake();
            inner = encrypted;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (in == null) {
            var said = inner.getInputStream();
            in = new Noting(filter.over(guard.watch(upgrade == null ? said : new SequenceInputStream(new ByteArrayInputStream(upgrade.greeting()), said))));
        }
        return in;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return guard.watch(inner.getOutputStream());
    }

    @Override
    public void setSoTimeout(int timeoutMillis) throws SocketException {
        inner.setSoTimeout(limits.silenceMillis());
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return inner.getSoTimeout();
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }

    @Override
    public boolean isConnected() {
        return inner.isConnected();
    }

    @Override
    public boolean isClosed() {
        return inner.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return inner.getInetAddress();
    }

    @Override
    public int getPort() {
        return inner.getPort();
    }

    @Override
    public InetAddress getLocalAddress() {
        return inner.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return inner.getLocalPort();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        inner.setTcpNoDelay(on);
    }

    private final class Noting extends FilterInputStream {

        Noting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (AnswerRefused e) {
                refusals.accept(e);
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (AnswerRefused e) {
                refusals.accept(e);
                throw e;
            }
        }
    }
}
