package org.innsyn.audit.ingest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.innsyn.audit.ledger.store.Overloaded;
import org.innsyn.audit.ledger.store.WaitingRoom;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.access.AccessEventsApi;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a reported batch up to the limit and no further, whether it says its length or not, and only when there is room for it: what is
 * refused for want of room is refused before it is read.
 */
final class BatchLimitFilter extends OncePerRequestFilter {

    private final JsonMapper json;
    private final WaitingRoom room;

    BatchLimitFilter(JsonMapper json, WaitingRoom room) {
        this.json = json;
        this.room = room;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/api/v1/access-events") || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        long said = request.getContentLengthLong();
        if (said > AccessEventsApi.MAX_BATCH_BYTES) {
            refuse(response, tooLarge());
            return;
        }
        try (var place = room.enter(0, said < 0 ? AccessEventsApi.MAX_BATCH_BYTES : said)) {
            var body = request.getInputStream().readNBytes(AccessEventsApi.MAX_BATCH_BYTES + 1);
            if (body.length > AccessEventsApi.MAX_BATCH_BYTES) {
                refuse(response, tooLarge());
            } else {
                chain.doFilter(new Read(request, body), response);
            }
        } catch (Overloaded e) {
            refuse(response, AccessEventsController.tooMuchWaits(e));
        }
    }

    private static Problem tooLarge() {
        return new Problem(413, "batch-too-large", "The batch is too large",
                "A batch has at most " + AccessEventsApi.MAX_BATCH_BYTES / 1024 / 1024 + " MiB. Nothing of this one was recorded; send it in parts.");
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.getBody()));
    }

    /** The request, its body already read. */
    private static final class Read extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return body.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("the body is in memory already");
                }
            };
        }
    }
}
