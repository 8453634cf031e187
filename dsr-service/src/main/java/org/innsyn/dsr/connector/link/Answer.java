package org.innsyn.dsr.connector.link;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** What a system answered over HTTP; to be closed. */
public final class Answer implements AutoCloseable {

    private static final int SHORT_REST = 16_384;

    private final URI uri;
    private final ClassicHttpResponse response;
    private final AnswerEnd end;
    private final Limits limits;
    private final Runnable giveUp;
    private boolean whole;

    /** @param giveUp ends the exchange without reading on */
    Answer(URI uri, ClassicHttpResponse response, AnswerEnd end, Limits limits, Runnable giveUp) {
        this.uri = uri;
        this.response = response;
        this.end = end;
        this.limits = limits;
        this.giveUp = giveUp;
    }

    public int status() {
        return response.getCode();
    }

    /** Where it was found. */
    public URI uri() {
        return uri;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(header -> header.getValue());
    }

    /** The body; reading it fails when it is too long or takes too long. */
    public InputStream body() throws IOException {
        var entity = response.getEntity();
        return new Watched(entity == null ? new ByteArrayInputStream(new byte[0]) : entity.getContent());
    }

    Optional<String> redirection() {
        return status() == 301 || status() == 302 || status() == 307 || status() == 308 ? header("Location") : Optional.empty();
    }

    /** A short rest is read, so that the connection can be used again; a long one is given up together with it. */
    @Override
    public void close() throws IOException {
        try {
            if (!whole && response.getEntity() != null) {
                body().readNBytes(SHORT_REST);
            }
        } catch (IOException unread) {
            whole = false;
        } finally {
            end.reached();
            if (!whole && response.getEntity() != null) {
                // Closing alone would read on to the end, which may never come.
                giveUp.run();
            }
            response.close();
        }
    }

    private final class Watched extends FilterInputStream {

        private long received;

        Watched(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(bytes, offset, length);
            } catch (IOException e) {
                throw end.explain(e);
            }
            whole = count < 0;
            received += Math.max(0, count);
            if (received > limits.answerBytes()) {
                throw new AnswerRefused("the answer is longer than " + limits.answerBytes() + " bytes");
            }
            return count;
        }
    }
}
