package org.innsyn.platform.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal told as a problem detail (RFC 9457): what happened, what was kept, what to do. Types are {@code urn:innsyn:problem:<type>}.
 * The detail names fields, never their values.
 */
public final class Problem extends ErrorResponseException {

    public Problem(int status, String type, String title, String detail) {
        super(HttpStatusCode.valueOf(status), body(status, type, title, detail), null);
    }

    /** Says when to try again (RFC 9110 section 10.2.3). */
    public Problem retryAfter(Duration wait) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return this;
    }

    private static ProblemDetail body(int status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("urn:innsyn:problem:" + type));
        problem.setTitle(title);
        return problem;
    }

    /** The last part of the problem's type. */
    public String type() {
        return getBody().getType().toString().substring("urn:innsyn:problem:".length());
    }
}
