package org.innsyn.dsr.desk;

import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.platform.web.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells rejections as problem details. Before the platform's advice, which would take them for something unexpected. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RejectionAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(Rejected rejected) {
        var problem = switch (rejected.reason()) {
            case NOT_NOW -> problem(409, "Not possible now", rejected);
            case STALE -> problem(409, "Changed in the meantime", rejected);
            case SAME_PERSON -> problem(403, "Somebody else has to do this", rejected);
            case IDENTITY_UNKNOWN -> problem(409, "It is not known who asks", rejected);
            case STOPPED -> problem(409, "Stopped by the data protection officer", rejected);
            case INVALID -> problem(422, "Something in it is wrong", rejected);
            case NOT_THEIRS -> Desk.notFound();
        };
        return ResponseEntity.status(problem.getStatusCode()).body(problem.getBody());
    }

    /** What these say is written for people and names nobody. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SystemUnavailable e) {
        return ResponseEntity.status(503)
                .body(new Problem(503, "unavailable", "Something needed for this does not answer", e.getMessage() + " Try again in a moment.").getBody());
    }

    private static Problem problem(int status, String title, Rejected rejected) {
        return new Problem(status, rejected.reason().code(), title, rejected.getMessage());
    }
}
