package org.innsyn.schemas.oversight;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Working findings. Role dpo works them, role controller reads. Whatever changes one names the version it was decided on: 409 (problem
 * {@code stale}) when somebody else was faster; nothing was changed then.
 */
@HttpExchange("/api/v1/findings")
public interface FindingsApi {

    /** The most entries one call shows. */
    int MAX_ENTRIES = 100;

    @PostExchange("/search")
    FindingPage search(@RequestBody FindingQuery query);

    /** 404 when there is none with this id. */
    @GetExchange("/{finding}")
    FindingView find(@PathVariable("finding") UUID finding);

    /**
     * The newest of its entries that can still be read, at most {@value #MAX_ENTRIES}. Role dpo. Recorded as an access to each person whose
     * rows are shown, before they are shown.
     */
    @PostExchange("/{finding}/entries")
    List<AccessEntry> entries(@PathVariable("finding") UUID finding);

    /** Makes it the caller's. */
    @PostExchange("/{finding}/assign")
    FindingView assign(@PathVariable("finding") UUID finding, @RequestBody Move move);

    /** Ends it. */
    @PostExchange("/{finding}/conclude")
    FindingView conclude(@PathVariable("finding") UUID finding, @RequestBody Conclude conclude);

    /** Opens it again. */
    @PostExchange("/{finding}/reopen")
    FindingView reopen(@PathVariable("finding") UUID finding, @RequestBody Move move);

    /** @param version the version it was decided on */
    record Move(long version) {}

    /**
     * @param version the version it was decided on
     * @param conclusion what it was found to be
     * @param reason a code ("agreed-with-unit"), for counting
     * @param note in the caller's own words, 10 to {@value #MAX_NOTE} characters; kept encrypted
     */
    record Conclude(long version, Conclusion conclusion, String reason, String note) {

        public static final int MAX_NOTE = 4_000;

        @Override
        public String toString() {
            return "Conclude[" + conclusion + "]";
        }
    }
}
