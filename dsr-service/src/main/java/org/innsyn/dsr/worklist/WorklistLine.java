package org.innsyn.dsr.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.notice.Notice;
import org.innsyn.schemas.request.OpenPoint;
import org.jspecify.annotations.Nullable;

/**
 * One request as it is indexed. Instants as milliseconds and days as ISO text, as the mapping says.
 *
 * @param urgency sorts open requests by their limit and closed ones by receipt, newest first
 * @param extended null in a line that was written before there was such a field, until it is written anew
 * @param open what is open beside the state; null as {@code extended}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorklistLine(
        String id,
        String reference,
        String right,
        String state,
        long receivedAt,
        String limit,
        @Nullable Long closedAt,
        boolean closed,
        long urgency,
        @Nullable Boolean extended,
        @Nullable List<OpenPoint> open) {

    static WorklistLine of(RequestHistory request, List<Notice> notices) {
        boolean closed = request.state().isClosed();
        var closedAt = request.closedAt();
        return new WorklistLine(
                request.id().toString(),
                request.reference(),
                request.right().name(),
                request.state().name(),
                request.receivedAt().toEpochMilli(),
                request.deadline().limit().toString(),
                closedAt == null ? null : closedAt.toEpochMilli(),
                closed,
                closed ? -request.receivedAt().toEpochMilli() : request.deadline().limit().toEpochDay(),
                request.course().extension() != null,
                List.copyOf(OpenPoints.of(request, notices)));
    }
}
