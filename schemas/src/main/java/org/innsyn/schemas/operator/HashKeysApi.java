package org.innsyn.schemas.operator;

import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The keys by which the audit-service finds people, staff and repeated reports without keeping what they go by. Needs a machine's token with scope
 * {@code operator}. Shows no key and nothing personal.
 */
@HttpExchange("/api/v1/admin/hash-keys")
public interface HashKeysApi {

    /** How these keys stand. */
    @GetExchange
    List<HashKeyStatus> status();

    /** Makes new ones current and moves to them what the vault can tell; reporting goes on. Answers when it has; one that was interrupted is finished by the next. */
    @PostExchange("/rotate")
    List<HashKeyStatus> rotate();

    /**
     * Makes new ones current by which repeated reports are recognised. What older ones hashed cannot be hashed anew: they are tried for as
     * long as reports are remembered, and end then by themselves.
     */
    @PostExchange("/rotate-repeats")
    List<HashKeyStatus> rotateRepeats();
}
