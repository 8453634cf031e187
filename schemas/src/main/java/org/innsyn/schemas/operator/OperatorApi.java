package org.innsyn.schemas.operator;

import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Running the audit-service. Needs a machine's token with scope {@code operator}. */
@HttpExchange("/api/v1/admin")
public interface OperatorApi {

    /** Makes the access log's index anew; answers when it has taken the old one's place. 409 (problem {@code not-now}) while one is running. */
    @PostExchange("/accesslog/rebuild")
    Rebuilt rebuild();

    /** Compares what is kept in several places, and says what is wrong. Reads every event once. */
    @GetExchange("/doctor")
    List<Finding> doctor();
}
