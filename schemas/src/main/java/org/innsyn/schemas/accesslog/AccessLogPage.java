package org.innsyn.schemas.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the access log, newest first.
 *
 * @param entries the lines
 * @param next cursor of the following page, null on the last
 * @param total how many lines match in all
 * @param facets for each of purpose, unit, actorKind, operation, category, verdict, source: its values among all matches, with counts, most first
 * @param state how complete what is shown is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessLogPage(
        List<AccessEntry> entries,
        @Nullable String next,
        long total,
        Map<String, List<Facet>> facets,
        IndexState state) {

    /** A value and how many matches have it. */
    public record Facet(String value, long count) {}

    /**
     * How far the index follows the record.
     *
     * @param recorded entries recorded in the ledger (for staff: in all ledgers) whose time is not over
     * @param indexed how many of them can be found here
     * @param completeUpTo everything recorded before this instant, and kept, can be found here
     * @param ended how many older entries are not kept any more because their time is over
     */
    public record IndexState(long recorded, long indexed, Instant completeUpTo, long ended) {

        /** Whether nothing recorded is still on its way into the index. */
        public boolean complete() {
            return indexed >= recorded;
        }
    }
}
