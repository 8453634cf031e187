package org.innsyn.platform.web;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what goes wrong into problem details that quote nothing of what was sent. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = new Problem(400, "malformed", "The request cannot be read", "The body is not the JSON this address expects. Nothing was done.").getBody();
        return handleExceptionInternal(e, body, headers, status, request);
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e) {
        return ResponseEntity.status(403).body(ApiSecurity.forbidden().getBody());
    }

    /** The database does not answer: that passes, and whoever asked can ask again. */
    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> storeAway(Exception e) {
        log.warn("the database does not answer: {} at {}", e.getClass().getName(), place(e));
        var problem = new Problem(503, "store-away", "This cannot be done just now", "The database does not answer. Nothing was done; ask again in a moment.").retryAfter(PAUSE);
        return ResponseEntity.status(503).headers(problem.getHeaders()).body(problem.getBody());
    }

    /** A number ties what the person sees to the log; the log has the cause's kind and place, not its message. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        var number = UUID.randomUUID();
        log.error("unexpected problem {}: {} at {}", number, e.getClass().getName(), place(e));
        log.debug("unexpected problem {}", number, e);
        return ResponseEntity.status(500).body(new Problem(500, "unexpected", "Something failed on our side",
                "It was noted under number " + number + ". Try again in a moment; if it happens again, tell us the number.").getBody());
    }

    private static String place(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName() + (root.getStackTrace().length > 0 ? " in " + root.getStackTrace()[0] : "");
    }
}
