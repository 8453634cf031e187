package org.innsyn.schemas.operator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The keys that sign the transparency log. Needs a machine's token with scope {@code operator}. Shows public keys only. */
@HttpExchange("/api/v1/admin/log-keys")
public interface LogKeysApi {

    /** All keys there ever were, the newest first. */
    @GetExchange
    List<LogKey> all();

    /**
     * Opens a new key. For the overlap the old one signs as well, afterwards it is destroyed.
     *
     * @param overlap ISO 8601 ({@code P30D}); the service's setting when it is left out. {@code PT0S} ends the old key at once
     */
    @PostExchange("/rotate")
    List<LogKey> rotate(@RequestParam(name = "overlap", required = false) @Nullable Duration overlap);
}
