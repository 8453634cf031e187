package org.innsyn.schemas.accesslog;

import java.util.UUID;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Reading the access log. Filters travel in the body: they may name people, and URLs end up in logs. Reading is an access and is
 * recorded as one before anything is returned; when it cannot be recorded, nothing is returned (problem {@code reading-not-recorded}, 503).
 */
@HttpExchange("/api/v1/access-log")
public interface AccessLogApi {

    /** The signed-in customer's own log. Found by the identity provider's account claim alone. Role: subject. */
    @PostExchange("/mine")
    AccessLogPage mine(@RequestBody AccessLogQuery query);

    /**
     * A proof that one of the signed-in customer's entries stands in the log; hides the actor's id and address. Role: subject.
     * 404 when it is not theirs, 409 (problem {@code not-published}) while no checkpoint covers it yet: ask again in a second.
     */
    @PostExchange("/mine/proof")
    EntryProof proof(@RequestBody ProofQuery query);

    /**
     * How many entries the signed-in customer's log has, to be checked without us. Role: subject. 404 when there is none, 409 (problem
     * {@code not-published}) while no published tree of heads holds it: ask again within a minute.
     */
    @PostExchange("/mine/completeness")
    CompletenessStatement completeness();

    /** The same for somebody whose identifier leads to one log. Role: dpo. Recorded as an access to that person. */
    @PostExchange("/completeness")
    CompletenessStatement completeness(@RequestBody CompletenessQuery query);

    /** @param subject whose log */
    record CompletenessQuery(Identifier subject) {
        @Override
        public String toString() {
            return "CompletenessQuery[]";
        }
    }

    /** @param entry {@link AccessEntry#id()} */
    record ProofQuery(UUID entry) {}

    /** Everyone's log. Role: dpo. Recorded as an access to each person whose rows are on the page. */
    @PostExchange("/search")
    AccessLogPage search(@RequestBody AccessLogQuery query);
}
