package org.innsyn.schemas.operator;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** How long the access log is kept, and what ended. Needs a machine's token with scope {@code operator}. Shows nothing personal. */
@HttpExchange("/api/v1/admin/retention")
public interface RetentionApi {

    /** The rule, and what the last looks came to. */
    @GetExchange
    RetentionStatus status();

    /** Looks now for what has ended, as the service does every hour by itself; answers when that is removed. */
    @PostExchange("/run")
    RetentionStatus run();
}
