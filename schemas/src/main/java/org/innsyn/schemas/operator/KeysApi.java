package org.innsyn.schemas.operator;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** A service's keys; each service has its own. Needs a machine's token with scope {@code operator}. Shows no key and nothing personal. */
@HttpExchange("/api/v1/admin/keys")
public interface KeysApi {

    /** How the keys stand. */
    @GetExchange
    KeyStatus status();

    /** Opens a new epoch and destroys the key of the old one: what was shredded is then beyond recovery from backups too. */
    @PostExchange("/rotate")
    KeyStatus rotate();
}
