package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of requests, most urgent first (open by legal limit, then closed by receipt, newest first).
 *
 * @param requests the lines; no personal data
 * @param total how many match in all
 * @param byState how many there are in each state, whatever the filter
 */
public record RequestPage(List<Summary> requests, long total, Map<RequestState, Long> byState) {

    /**
     * One request in a list.
     *
     * @param version how far it is here; a request itself may be a moment ahead of its line
     * @param extended whether the period is two months longer already
     * @param open what is open about it beside what its state says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            UUID id,
            String reference,
            long version,
            Right right,
            RequestState state,
            Instant receivedAt,
            LocalDate limit,
            long daysLeft,
            @Nullable Instant closedAt,
            boolean extended,
            List<OpenPoint> open) {}
}
