package org.innsyn.dsr.connector.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with one origin and no other: whatever an answer refers to or redirects to elsewhere is refused, so that no system can send us to
 * a neighbour of ours (server-side request forgery). Answers have an end in time and size, and are never unpacked.
 */
public final class GuardedHttp {

    private static final int REDIRECTS = 5;

    private final URI origin;
    private final Limits limits;
    private final CloseableHttpClient client;

    /**
     * @param origin scheme, host and port; {@code http} leads to this machine only
     * @param tls whose certificates are trusted; null for those Java trusts
     * @throws IllegalArgumentException for any other address
     */
    public GuardedHttp(URI origin, @Nullable SSLContext tls, Limits limits) {
        if (!isAllowed(origin)) {
            throw new IllegalArgumentException("An address begins with https://, or with http:// on this machine");
        }
        this.origin = origin;
        this.limits = limits;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(tls, limits))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(limits.silence()))
                        .setConnectionRequestTimeout(Timeout.of(limits.answer()))
                        .build())
                .setUserAgent("Innsyn")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static HttpClientConnectionManager connections(@Nullable SSLContext tls, Limits limits) {
        var allowed = Tls.parameters();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        tls == null ? SSLContexts.createDefault() : tls, allowed.getProtocols(), allowed.getCipherSuites(), SSLBufferMode.STATIC,
                        HostnameVerificationPolicy.BUILTIN, null))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.silence()))
                        .setValidateAfterInactivity(TimeValue.of(0, TimeUnit.MILLISECONDS))
                        .build())
                .build();
    }

    /** Link-local addresses belong to machinery (a cloud's metadata), never to a company's system. */
    private static boolean isAllowed(URI origin) {
        try {
            var address = InetAddress.getByName(String.valueOf(origin.getHost()));
            return "https".equals(origin.getScheme()) && !address.isLinkLocalAddress() || "http".equals(origin.getScheme()) && address.isLoopbackAddress();
        } catch (UnknownHostException notNow) {
            return "https".equals(origin.getScheme()) && origin.getHost() != null;
        }
    }

    public URI origin() {
        return origin;
    }

    /**
     * Asks, and hands out the answer when its headers are there; a redirection is an answer like any other.
     *
     * @throws AnswerRefused when the request leads elsewhere
     */
    public Answer send(Question question) throws IOException {
        if (!isHere(question.uri())) {
            throw new AnswerRefused("it refers to another host");
        }
        var request = new HttpUriRequestBase(question.method(), question.uri());
        question.headers().forEach(request::setHeader);
        if (question.body().length > 0) {
            request.setEntity(new ByteArrayEntity(question.body(), null));
        }
        var end = AnswerEnd.of(request::cancel, limits.answer());
        try {
            return new Answer(question.uri(), client.executeOpen(null, request, null), end, limits, request::cancel);
        } catch (IOException | RuntimeException e) {
            throw end.explain(e);
        }
    }

    /** Asks, and asks again where the answer says, as long as that is here. */
    public Answer follow(Question question) throws IOException {
        var next = question;
        for (int i = 0; i < REDIRECTS; i++) {
            var answer = send(next);
            var location = answer.redirection();
            if (location.isEmpty()) {
                return answer;
            }
            answer.close();
            next = next.at(at(answer.uri(), location.get()));
        }
        throw new AnswerRefused("it redirects without end");
    }

    private static URI at(URI from, String location) throws AnswerRefused {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new AnswerRefused("it refers to an address that is none");
        }
    }

    private boolean isHere(URI uri) {
        return origin.getScheme().equals(uri.getScheme()) && origin.getHost().equalsIgnoreCase(uri.getHost()) && port(origin) == port(uri)
                && uri.getUserInfo() == null;
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
