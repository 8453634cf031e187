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
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.access.AccessEventsApi;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Reads a reported batch up to the limit and no further, whether it says its length or not. */
final class BatchLimitFilter extends OncePerRequestFilter {

    private final JsonMapper json;

    BatchLimitFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/api/v1/access-events") || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var body = request.getContentLengthLong() > AccessEventsApi.MAX_BATCH_BYTES
                ? new byte[0]
                : request.getInputStream().readNBytes(AccessEventsApi.MAX_BATCH_BYTES + 1);
        if (request.getContentLengthLong() > AccessEventsApi.MAX_BATCH_BYTES || body.length > AccessEventsApi.MAX_BATCH_BYTES) {
            var problem = new Problem(413, "batch-too-large", "The batch is too large",
                    "A batch has at most " + AccessEventsApi.MAX_BATCH_BYTES / 1024 / 1024 + " MiB. Nothing of this one was recorded; send it in parts.");
            response.setStatus(413);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem.getBody()));
            return;
        }
        chain.doFilter(new Read(request, body), response);
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
