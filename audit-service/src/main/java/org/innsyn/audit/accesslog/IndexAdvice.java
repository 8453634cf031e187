package org.innsyn.audit.accesslog;

import java.time.Duration;
import org.innsyn.audit.accesslog.AccessLogIndex.IndexAway;
import org.innsyn.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** While the index does not answer nothing can be read, and everything goes on being recorded: it says so, and when to ask again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IndexAdvice {

    private static final Logger log = LoggerFactory.getLogger(IndexAdvice.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @ExceptionHandler(IndexAway.class)
    ResponseEntity<ProblemDetail> away(IndexAway e) {
        log.warn("a question waits: {}", e.getMessage());
        var problem = new Problem(503, "index-away", "The log cannot be read just now", "Its search index does not answer. Nothing is lost: accesses go on being recorded. Ask again in a moment.")
                .retryAfter(PAUSE);
        return ResponseEntity.status(503).headers(problem.getHeaders()).body(problem.getBody());
    }
}
