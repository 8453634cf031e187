package org.innsyn.schemas.operator;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The key by which the dsr-service finds an account's requests and holds without keeping the account in a table. Needs a machine's token with scope
 * {@code operator}. Shows no key and nothing personal.
 */
@HttpExchange("/api/v1/admin/account-keys")
public interface AccountKeysApi {

    /** How these keys stand; what retired ones are still tried for are commands that may be sent again. */
    @GetExchange
    HashKeyStatus status();

    /** Makes a new one current and hashes every account anew; requests that arrive meanwhile wait. All or nothing. */
    @PostExchange("/rotate")
    HashKeyStatus rotate();
}
