package org.innsyn.schemas.operator;

import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The keys that sign people's copies. Needs a machine's token with scope {@code operator}. Shows public keys only. */
@HttpExchange("/api/v1/admin/copy-keys")
public interface CopyKeysApi {

    /** All keys there ever were, the newest first. */
    @GetExchange
    List<CopyKeyStatus> all();

    /** Opens a new key and destroys the one before. Copies that it signed go on verifying with its public half. */
    @PostExchange("/rotate")
    List<CopyKeyStatus> rotate();
}
