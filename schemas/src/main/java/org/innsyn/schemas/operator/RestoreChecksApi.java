package org.innsyn.schemas.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * After a company system was restored from a backup: who was erased there and is back, and erasing them again. Needs a machine's token with scope
 * {@code operator}. Shows references of requests and numbers, and nobody's name.
 */
@HttpExchange("/api/v1/admin/restore-checks")
public interface RestoreChecksApi {

    /** Begins a check; what it finds is asked for by its id. 404 (problem {@code not-found}) when no system of that name is connected. */
    @PostExchange
    RestoreCheck start(@RequestBody StartRestoreCheck command);

    /** How far it has come; 404 when there is none. */
    @GetExchange("/{id}")
    RestoreCheck get(@PathVariable("id") UUID id);

    /**
     * @param system which system was restored; null for all
     * @param carryOut whether what is back is erased again; otherwise it is only counted
     */
    record StartRestoreCheck(@Nullable String system, boolean carryOut) {}

    /**
     * A check.
     *
     * @param id names it
     * @param carryOut whether it erases
     * @param startedAt since when it runs
     * @param open how many erasures it has still to look at, one per request and system
     * @param clean where nothing was back
     * @param back where something is back and was left there
     * @param erased where something was back and is gone again, read back
     * @param failed where it could not be told, or not be done
     * @param lines what is not clean, the first thousand
     */
    record RestoreCheck(UUID id, boolean carryOut, Instant startedAt, long open, long clean, long back, long erased, long failed, List<Line> lines) {}

    /**
     * One erasure that is not as it was left.
     *
     * @param reference the request's reference
     * @param system in which system
     * @param state back, erased or failed
     * @param found how many records were back
     * @param problem why it failed, without personal data
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String reference, String system, String state, long found, @Nullable String problem) {}
}
